"""Each sees the steps that are theirs to take."""

import pytest

from campaigns.domain.amend_pledge import amend_pledge
from campaigns.domain.pledge_steps import steps_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "editors", "moderators", "receivers"),
    [
        ("draft", ["propose"], [], []),
        ("proposed", ["countersign", "withdraw"], [], []),
        ("countersigned", ["withdraw"], ["activate"], []),
        ("active", ["amend"], [], ["confirm"]),
        ("capped", ["amend"], [], ["confirm"]),
        ("expired", [], [], ["confirm"]),
        ("late", [], [], ["confirm"]),
        ("broken", [], [], ["confirm"]),
        ("settled", [], [], []),
        ("amended", [], [], []),
    ],
)
def test_what_comes_next(
    make_pledge, editor, receiver, make_user, state, editors, moderators, receivers
):
    moderator = make_user("mona", "activate_pledge")
    pledge = make_pledge(state=state, unlocked=5)
    found = [steps_for(user, pledge) for user in (editor, moderator, receiver)]
    assert found == [editors, moderators, receivers]


def test_nothing_to_confirm_and_no_second_amendment(make_pledge, editor, receiver):
    pledge = make_pledge(unlocked=5, delivered=5)
    assert steps_for(receiver, pledge) == []
    amend_pledge(editor, pledge)
    pledge.refresh_from_db()
    assert steps_for(editor, pledge) == []
