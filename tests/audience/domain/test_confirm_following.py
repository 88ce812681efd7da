"""Confirming, once."""

import pytest

from audience.domain.confirm_following import confirm_following, show_following
from audience.domain.follow_links import CONFIRM, END
from audience.domain.signing import sign
from tests.audience.following import follower

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_press_confirms_once():
    zoe = follower(state="waiting", confirmed_at=None)
    token = sign(str(zoe.pk), CONFIRM)
    assert show_following(token, CONFIRM).state == "waiting"
    assert confirm_following(token)
    confirmed = show_following(token, CONFIRM)
    assert (confirmed.state, confirmed.confirmed_at is None) == ("confirmed", False)
    assert not confirm_following(token)
    assert show_following(token, CONFIRM).confirmed_at == confirmed.confirmed_at


def test_what_ended_stays_so_and_other_tokens_confirm_nothing():
    zoe = follower(state="ended", confirmed_at=None)
    waiting = follower("lea@example.org", state="waiting", confirmed_at=None)
    assert not confirm_following(sign(str(zoe.pk), CONFIRM))
    assert not confirm_following(sign(str(waiting.pk), END))
    assert not confirm_following(sign("999999", CONFIRM))
    assert not confirm_following("nonsense")
    assert show_following("nonsense", CONFIRM) is None
