"""Read what was aired of a run, as manifests need it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from live.air import slates
from live.air.manifest import SOURCE, Aired, Quality
from live.models import AirPromise, AirSegment, FeedSession, Run

# How a slate's init segment is called in addresses.
SLATE = "slate"
# Nobody keeps what was promised before so long: it is not coming any more.
PROMISES_KEPT_WITHIN = timedelta(seconds=10)
_UNMEASURED_BPS = 6_000_000


@dataclass(frozen=True, slots=True)
class News:
    """What was aired after some number, and whether the run is over.

    `promised` is what follows, still being made; its length is not known yet. `has_parts`: players
    are offered parts.
    """

    rows: list[Aired]
    ended_at: datetime | None
    promised: Aired | None = None
    has_parts: bool = False


def read_air(run_id: int, after: int) -> News:
    """Return the aired segments of a run whose number is above `after`."""
    # First: of a run that is over, nothing is appended any more but what was promised.
    ended_at, slate_key, has_parts, is_promising = Run.objects.values_list(
        "ended_at", "slate_key", "is_low_latency", "promise__number"
    ).get(pk=run_id)
    if ended_at is not None and is_promising and timezone.now() < ended_at + PROMISES_KEPT_WITHIN:
        ended_at = None
    promise = AirPromise.objects.filter(run=run_id).first() if is_promising else None
    found = AirSegment.objects.filter(run=run_id, number__gt=after).order_by("number")
    values = list(
        found.values_list(
            "number",
            "aired_at",
            "length_s",
            "is_discontinuity",
            "slate_number",
            "source__number",
            "source__session",
        )
    )
    sessions = {
        pk: (folder, frozenset(rungs) or frozenset({SOURCE}))
        for pk, folder, rungs in FeedSession.objects.filter(
            pk__in={value[-1] for value in values if value[-1]}
            | ({promise.session_id} if promise else set())
        ).values_list("pk", "folder", "rungs")
    }
    slate = (f"{SLATE}/{slate_key}", frozenset({SOURCE}))
    rows = []
    for number, aired_at, length_s, is_discontinuity, slate_number, source, session in values:
        folder, rungs = sessions[session] if session else slate
        file_number = (source if session else slate_number) or 0
        name = folder if session else SLATE
        rows.append(
            Aired(number, aired_at, length_s, is_discontinuity, folder, name, file_number, rungs)
        )
    last = rows[-1].number if rows else after
    if ended_at is not None or promise is None or promise.number != last + 1:
        return News(rows, ended_at, has_parts=has_parts)
    folder, rungs = sessions[promise.session_id]
    place = (promise.number, promise.aired_at, 0.0, promise.is_discontinuity)
    promised = Aired(*place, folder, folder, promise.source_number, rungs)
    return News(rows, None, promised, has_parts)


def qualities(run_id: int) -> list[Quality]:
    """Return the qualities of a run, the best first: of what was aired, and may be in a moment.

    A player reads the master manifest once, perhaps while the slate is on air: so the latest
    session of each feed of the programme counts too.
    """
    run = Run.objects.get(pk=run_id)
    sessions = FeedSession.objects.filter(feed__programme=run.programme_id)
    latest = {session.feed_id: session for session in sessions.order_by("started_at")}
    aired = AirSegment.objects.filter(run=run).values("source__session").distinct()
    found: dict[str, Quality] = {}
    for session in {*latest.values(), *sessions.filter(pk__in=aired)}:
        for rung, facts in session.rungs.items():
            if facts.get("codecs"):
                found[rung] = _better(found.get(rung), _quality(rung, facts))
    if SOURCE not in found and run.slate_key:
        codecs = slates.slate_codecs(run.slate_key)
        found[SOURCE] = Quality(SOURCE, slates.PEAK_BPS, codecs, 1280, 720)
    return sorted(found.values(), key=lambda quality: (quality.rung != SOURCE, -quality.height_px))


def _quality(rung: str, facts: dict[str, Any]) -> Quality:
    return Quality(
        rung,
        int(facts.get("peak_bps") or _UNMEASURED_BPS),
        str(facts["codecs"]),
        int(facts.get("width_px") or 0),
        int(facts.get("height_px") or 0),
    )


def _better(one: Quality | None, other: Quality) -> Quality:
    """Return the larger of two sessions' qualities under one name, with the higher peak."""
    if one is None:
        return other
    larger = max(one, other, key=lambda quality: quality.height_px)
    peak_bps = max(one.peak_bps, other.peak_bps)
    return Quality(larger.rung, peak_bps, larger.codecs, larger.width_px, larger.height_px)
