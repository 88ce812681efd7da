"""A private link with which a guest joins from a browser, and the end of it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from live.domain.feed_rights import ensure_may_direct
from live.models import Feed
from live.models.keys import digest_of, new_secret
from users.models import User

GOOD_AFTER_START = timedelta(hours=24)


def invite_guest(user: User, feed: Feed) -> str:
    """Return the secret of a new link, which nobody can ask for again; the one before is over.

    It is good until a day after the programme's start, at least for a day. Raises MayNotDirect.
    """
    ensure_may_direct(user, feed.programme)
    secret = new_secret()
    feed.guest_digest = digest_of(secret)
    feed.guest_until = max(feed.programme.starts_at, timezone.now()) + GOOD_AFTER_START
    _save(user, feed, "live.feed.invite")
    return secret


def uninvite_guest(user: User, feed: Feed) -> None:
    """Make the link useless; a guest who is connected is cut off within two seconds.

    Raises MayNotDirect.
    """
    ensure_may_direct(user, feed.programme)
    feed.guest_digest = feed.guest_until = None
    _save(user, feed, "live.feed.uninvite")


def _save(user: User, feed: Feed, action: str) -> None:
    with transaction.atomic():
        feed.save(update_fields=["guest_digest", "guest_until"])
        log(instance=feed.programme, action=action, user=user, data={"feed": feed.name})


def open_invitation(secret: str) -> Feed | None:
    """Return the feed to which the link with `secret` leads; None when it is over or unknown."""
    feeds = Feed.objects.select_related("programme")
    return feeds.filter(guest_digest=digest_of(secret), guest_until__gt=timezone.now()).first()
