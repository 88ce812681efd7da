"""Who is read before and who after."""

import pytest

from fundraising.domain.first_state import first_state, is_read_before
from fundraising.models import CollectionSettings
from qa.enums import Moderation, TextState
from qa.models import StopList

pytestmark = pytest.mark.django_db


def test_the_team_reads_first_unless_it_decided_otherwise():
    assert is_read_before("Bonjour")
    assert first_state(("Bonjour",)) == (TextState.PENDING, "", [])


def test_stop_words_hold_whatever_was_decided():
    CollectionSettings.objects.create(moderation=Moderation.AFTER)
    StopList.objects.create(name="Gros mots", words="navet", mode="hold")
    assert not is_read_before("Bonjour")
    state, word, found = first_state(("Bonjour", "NaVéT"))
    assert (state, word, len(found)) == (TextState.HELD, "navet", 1)
