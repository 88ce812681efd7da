"""A refused project is sent once more."""

import pytest

from projects.domain.send_again import send_again
from projects.refusals import NotToSend
from qa.domain.decide import decide
from qa.enums import Action, TextState
from qa.refusals import StaleCommand

pytestmark = pytest.mark.django_db


def test_it_waits_again(sent, mo):
    refused = decide(sent(), Action.REJECT, user=mo, reason="unclear")
    with pytest.raises(StaleCommand):
        send_again(refused, 0)
    again = send_again(refused, refused.version)
    assert (again.state, again.refused_for) == (TextState.PENDING, "")
    with pytest.raises(NotToSend):
        send_again(again, again.version)
