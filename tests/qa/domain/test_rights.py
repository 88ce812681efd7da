"""Each right opens its own decisions and no more."""

import pytest

from qa.domain.rights import LEAD, MODERATE, PRESENT, REMOVE, SORT, ensure_may, may
from qa.enums import Action
from qa.refusals import MayNotDecide

pytestmark = pytest.mark.django_db

OPENS = {
    SORT: {Action.LABEL, Action.STAR, Action.UNSTAR, Action.ASSIGN},
    PRESENT: {Action.READY, Action.AIR, Action.BACK, Action.ANSWER},
    REMOVE: {Action.REMOVE, Action.RESTORE, Action.FREEZE, Action.THAW},
    LEAD: {Action.EXCLUDE, Action.INCLUDE},
}
OPENS[MODERATE] = set(Action) - set().union(*OPENS.values())


@pytest.mark.parametrize("right", OPENS)
def test_what_a_right_opens(make_user, right):
    user = make_user("mo", right)
    assert {action for action in Action if may(user, action)} == OPENS[right]


def test_without_a_right_it_is_refused(make_user):
    with pytest.raises(MayNotDecide):
        ensure_may(make_user("ana"), Action.APPROVE)
