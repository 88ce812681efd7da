"""An alias changes at once, unless the team has to read it."""

import pytest

from ambassadors.domain import change_alias as module
from ambassadors.domain.change_alias import change_alias
from ambassadors.refusals import AliasTaken
from qa.enums import StopMode, TextState
from qa.models import Decision, StopList

pytestmark = pytest.mark.django_db


def test_changed(make_ambassador, house):
    one = change_alias(make_ambassador(), "Zoé des prés")
    assert (one.alias, one.fold, one.state) == ("Zoé des prés", "zoe des pres", TextState.APPROVED)
    assert Decision.objects.get().action == "edit"
    assert change_alias(one, "Zoé des prés").version == one.version


def test_held(make_ambassador, house):
    StopList.objects.create(name="A", words="navet", mode=StopMode.HOLD)
    assert change_alias(make_ambassador(), "Navet").state == TextState.HELD


@pytest.mark.parametrize("state", [TextState.REJECTED, TextState.HIDDEN])
def test_after_it_was_taken_down_the_team_reads_it(make_ambassador, house, state):
    one = change_alias(make_ambassador(state=state, note="No"), "Zoé des prés")
    assert (one.state, one.note) == (TextState.PENDING, "")


def test_two_at_the_same_moment(make_ambassador, house, monkeypatch):
    make_ambassador("Max")
    monkeypatch.setattr(module, "checked_alias", lambda alias, but: alias)
    with pytest.raises(AliasTaken):
        change_alias(make_ambassador(), "Max")
