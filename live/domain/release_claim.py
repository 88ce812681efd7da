"""nginx reports that a sender is gone: what it had claimed, and nothing else, is over."""

from live.domain.close_session import close_session
from live.domain.open_session import CLAIMED
from live.enums import SessionEnd
from live.models import FeedSession
from live.models.keys import digest_of


def release_claim(key: str, client_id: str) -> bool:
    """Close the claim of this very client; False when there is none.

    nginx reports the end of a refused second sender too, under the same key: only the client’s
    number tells them apart. A session that the stream has reached ends with the stream.
    """
    claims = FeedSession.objects.filter(
        feed__stream_key_digest=digest_of(key),
        receiver=CLAIMED,
        asked_by=client_id,
        ended_at__isnull=True,
    )
    return any(close_session(pk, SessionEnd.LEFT) for pk in claims.values_list("pk", flat=True))
