"""The last moments of a feed, for the team: what a preview of it reads."""

from datetime import timedelta

from django.utils import timezone

from live.air import manifest
from live.air.manifest import SOURCE
from live.models import Feed, FeedSession

SEGMENTS = 8
# A feed that delivered nothing for so long shows nothing any more.
STALE_S = 30
# Sessions count from nought; their lists must not go back.
_NUMBERS_PER_SESSION = 1_000_000


def programme_of(feed_key: str) -> int | None:
    """Return whose feed it is; None when there is no such feed."""
    return Feed.objects.filter(public_key=feed_key).values_list("programme", flat=True).first()


def feed_window(feed_key: str) -> str | None:
    """Return the manifest of a feed's last seconds in its smallest quality; None while it is dark.

    Addresses are `<session>/<rung>/<file>`, beside the manifest.
    """
    session = FeedSession.objects.filter(feed__public_key=feed_key).first()
    if session is None:
        return None
    segments = list(session.segments.order_by("-number")[:SEGMENTS])[::-1]
    stale_at = timezone.now() - timedelta(seconds=STALE_S)
    if not segments or segments[-1].starts_at < stale_at:
        return None
    rung = smallest(session)
    blocks = [f'#EXT-X-MAP:URI="{session.folder}/{rung}/init.mp4"']
    for segment in segments:
        blocks.append(
            f"#EXT-X-PROGRAM-DATE-TIME:{manifest.date(segment.starts_at)}\n"
            f"#EXTINF:{segment.length_s:.5f},\n{session.folder}/{rung}/{segment.number}.m4s"
        )
    return manifest.window_manifest(
        blocks,
        first_number=session.pk * _NUMBERS_PER_SESSION + segments[0].number,
        discontinuities=session.pk,
        target_s=manifest.target_s(max(segment.length_s for segment in segments)),
    )


def smallest(session: FeedSession) -> str:
    """Return the rung with the smallest picture."""
    sizes = {rung: facts.get("height_px") or 0 for rung, facts in session.rungs.items()}
    return min(sizes, key=lambda rung: sizes[rung]) if sizes else SOURCE


def is_of_feed(feed_key: str, folder: str) -> bool:
    """Say whether the session that keeps its files in `folder` is one of this feed."""
    return FeedSession.objects.filter(feed__public_key=feed_key, folder=folder).exists()
