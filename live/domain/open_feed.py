"""Add a way in to a programme."""

from django.db import IntegrityError, transaction
from wagtail.log_actions import log

from live.domain.feed_rights import ensure_may_direct
from live.domain.rotate_key import hint_of
from live.enums import FeedRole
from live.feed_refusals import FeedNameMissing, FeedNameTaken
from live.models import Feed, LiveProgrammePage
from live.models.keys import digest_of, new_secret
from users.models import User

LONGEST_NAME = 60


def open_feed(user: User, programme: LiveProgrammePage, name: str, role: str) -> tuple[Feed, str]:
    """Return a new feed and its stream key, which nobody can ask for again.

    Raises MayNotDirect, FeedNameMissing, FeedNameTaken.
    """
    ensure_may_direct(user, programme)
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise FeedNameMissing
    key = new_secret()
    try:
        with transaction.atomic():
            feed = Feed.objects.create(
                programme=programme,
                name=name,
                role=role if role in FeedRole.values else FeedRole.STUDIO,
                stream_key_digest=digest_of(key),
                stream_key_hint=hint_of(key),
            )
            log(instance=programme, action="live.feed.open", user=user, data={"feed": name})
    except IntegrityError as error:
        raise FeedNameTaken from error
    return feed, key
