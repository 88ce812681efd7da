"""An alias is nobody else's name."""

import pytest

from ambassadors.domain.check_alias import checked_alias, first_state
from ambassadors.refusals import AliasEmpty, AliasNotYours, AliasTaken
from campaigns.models import Organisation
from qa.enums import StopMode, TextState
from qa.models import StopList

pytestmark = pytest.mark.django_db


def test_cleaned(house):
    assert checked_alias("  Zo\u200bé  des   poireaux ") == "Zoé des poireaux"


@pytest.mark.parametrize("alias", ["", "x", "...", "\u200b\u200b", "🥕"])
def test_too_short(house, alias):
    with pytest.raises(AliasEmpty):
        checked_alias(alias)


@pytest.mark.parametrize("alias", ["Épicerie du Pont", "L’équipe", "la cagette.tv"])
def test_somebody_else(house, alias):
    Organisation.objects.create(name="Épicerie du Pont")
    with pytest.raises(AliasNotYours):
        checked_alias(alias)


def test_taken_by_another(house, make_ambassador):
    zoe = make_ambassador("Zoé")
    with pytest.raises(AliasTaken):
        checked_alias("zoe !")
    assert checked_alias("ZOÉ", but=zoe) == "ZOÉ"


def test_stop_lists(house):
    StopList.objects.create(name="A", words="navet", mode=StopMode.HOLD)
    assert first_state("Vieux navet")[:2] == (TextState.HELD, "navet")
    assert first_state("Zoé")[:2] == (TextState.APPROVED, "")
