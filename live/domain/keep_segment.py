"""Note that a media segment is whole and on disk."""

from datetime import datetime

from live.models import FeedSegment


def keep_segment(
    session_pk: int, number: int, starts_at: datetime, length_s: float, parts: list[float]
) -> None:
    """Write the row of a segment whose files lie in every rung; again changes nothing."""
    FeedSegment.objects.get_or_create(
        session_id=session_pk,
        number=number,
        defaults={"starts_at": starts_at, "length_s": length_s, "parts": parts},
    )
