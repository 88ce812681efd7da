"""What opens a feed by SRT: a stream id and a passphrase, both made of the digest of its key.

The stream id travels readable in the handshake, so it must not be the stream key, which opens RTMP.
The passphrase encrypts (AES), so we must know it; it is derived with our `SECRET_KEY`, because the
database keeps no secret that opens anything. Another key, and both are others.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from live.domain.open_session import LOST_AFTER
from live.models import Feed, FeedSession

# 80 and 130 bits, in letters that can be dictated.
STREAM_ID_CHARACTERS, PASSPHRASE_CHARACTERS = 16, 26
MOST_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class SrtAccess:
    """What an encoder is given."""

    stream_id: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """A feed that can be reached by SRT: its key's digest, its passphrase, and who is there."""

    digest: str
    passphrase: str
    is_busy: bool


def srt_access(digest: str) -> SrtAccess:
    """Return what opens the feed whose stream key has this digest."""
    return _derived(digest, settings.SECRET_KEY)


def srt_doors() -> dict[str, OpenDoor]:
    """Return stream id → door, of all feeds that have a key. One query."""
    alive_since = timezone.now() - LOST_AFTER
    publishing = FeedSession.objects.filter(
        feed=OuterRef("pk"), ended_at__isnull=True, seen_at__gt=alive_since
    )
    feeds = Feed.objects.exclude(stream_key_digest=None).annotate(is_busy=Exists(publishing))
    doors = {}
    for digest, is_busy in feeds.values_list("stream_key_digest", "is_busy"):
        access = srt_access(digest or "")
        doors[access.stream_id] = OpenDoor(digest or "", access.passphrase, is_busy)
    return doors


@lru_cache(maxsize=MOST_REMEMBERED)
def _derived(digest: str, secret: str) -> SrtAccess:
    stream_id = _made_of(secret, f"srt stream id {digest}")[:STREAM_ID_CHARACTERS]
    return SrtAccess(
        stream_id, _made_of(secret, f"srt passphrase {digest}")[:PASSPHRASE_CHARACTERS]
    )


def _made_of(secret: str, text: str) -> str:
    made = hmac.digest(secret.encode(), text.encode(), hashlib.sha256)
    return base64.b32encode(made).decode().lower()
