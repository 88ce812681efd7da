"""Ending, at once."""

import pytest

from audience.domain.end_following import end_following
from audience.domain.follow_links import CONFIRM, END
from audience.domain.signing import sign
from audience.models import Mail
from tests.audience.following import follower, mail_to

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_ended_at_once_with_the_mails_that_wait():
    zoe, lea = follower(), follower("lea@example.org")
    sent = mail_to(zoe, "1", state="sent")
    mail_to(zoe, "2")
    hers = mail_to(lea, "2")
    assert end_following(sign(str(zoe.pk), END))
    zoe.refresh_from_db()
    assert (zoe.state, zoe.ended_at is None) == ("ended", False)
    assert set(Mail.objects.all()) == {sent, hers}
    ended_at = zoe.ended_at
    assert end_following(sign(str(zoe.pk), END))
    zoe.refresh_from_db()
    assert zoe.ended_at == ended_at


def test_only_our_tokens_end_and_what_is_forgotten_has_ended():
    zoe = follower()
    assert not end_following(sign(str(zoe.pk), CONFIRM))
    assert not end_following("nonsense")
    zoe.refresh_from_db()
    assert zoe.state == "confirmed"
    assert end_following(sign("999999", END))
