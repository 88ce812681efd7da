"""Shut the encoders' door of a feed."""

from django.db import transaction
from wagtail.log_actions import log

from live.domain.feed_rights import ensure_may_direct
from live.models import Feed
from users.models import User


def revoke_key(user: User, feed: Feed) -> None:
    """Make the stream key of `feed` useless; who publishes with it is cut off within two seconds.

    Raises MayNotDirect.
    """
    ensure_may_direct(user, feed.programme)
    feed.stream_key_digest, feed.stream_key_hint = None, ""
    with transaction.atomic():
        feed.save(update_fields=["stream_key_digest", "stream_key_hint"])
        log(instance=feed.programme, action="live.feed.revoke", user=user, data={"feed": feed.name})
