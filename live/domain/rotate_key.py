"""Give a feed another stream key; the one before opens nothing from now on."""

from django.db import transaction
from wagtail.log_actions import log

from live.domain.feed_rights import ensure_may_direct
from live.models import Feed
from live.models.keys import digest_of, new_secret
from users.models import User

HINT_CHARACTERS = 4


def hint_of(key: str) -> str:
    """Return the end of a key, by which people tell one from another."""
    return key[-HINT_CHARACTERS:]


def rotate_key(user: User, feed: Feed) -> str:
    """Return the new stream key of `feed`, which nobody can ask for again.

    Who publishes with the old one is cut off within two seconds. Raises MayNotDirect.
    """
    ensure_may_direct(user, feed.programme)
    key = new_secret()
    feed.stream_key_digest, feed.stream_key_hint = digest_of(key), hint_of(key)
    with transaction.atomic():
        feed.save(update_fields=["stream_key_digest", "stream_key_hint"])
        log(instance=feed.programme, action="live.feed.rotate", user=user, data={"feed": feed.name})
    return key
