"""What a run has on air, for viewers: now and next, how far from the plan, the question."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from live.domain.plan_rundown import plan_rundown
from live.enums import EntryState
from live.models import AiredQuestion, Run, RunEntry, Segment

# Viewers see pictures so late; a question shown at once would answer itself.
HEARD_AFTER = timedelta(seconds=4)


# A programme that went live at quite another hour is measured by its own beginning.
_ANOTHER_HOUR = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the run, with the hour of its place if it has one that may be told."""

    entry: RunEntry
    starts_at: datetime
    ends_at: datetime
    hour_there: datetime | None


@dataclass(frozen=True, slots=True)
class OnAir:
    """`drift_s`: so much later than planned the line on air will end; negative: earlier."""

    now: Line | None
    following: Line | None
    drift_s: int
    question: AiredQuestion | None


def show_on_air(run: Run, at: datetime) -> OnAir:
    """Return what viewers of `run` see at `at`, estimated from its lines."""
    entries = list(run.entries.select_related("theme").exclude(state=EntryState.SKIPPED))
    current = next((one for one in entries if one.pk == run.entry_id), None)
    waiting = next((one for one in entries if one.state == EntryState.WAITING), None)
    plan = plan_rundown(entries, _planned_start(run))
    planned = {one.part.pk: one for one in plan.parts}  # type: ignore[attr-defined]
    zones = _zones_of(run, [one for one in (current, waiting) if one])
    drift_s, free_at = 0, at
    now = None
    if current is not None:
        begun = current.started_at or run.started_at
        ends_at = max(begun + timedelta(seconds=current.planned_s), at)
        drift_s = int((ends_at - planned[current.pk].ends_at).total_seconds())
        now, free_at = Line(current, begun, ends_at, _hour(zones, current, at)), ends_at
    following = None
    if waiting is not None:
        begins = max(waiting.hard_start_at or free_at, free_at)
        ends_at = begins + timedelta(seconds=waiting.planned_s)
        following = Line(waiting, begins, ends_at, _hour(zones, waiting, begins))
    return OnAir(now, following, drift_s, _question(run, at))


def _planned_start(run: Run) -> datetime:
    announced = run.programme.starts_at
    return announced if abs(run.started_at - announced) < _ANOTHER_HOUR else run.started_at


def _question(run: Run, at: datetime) -> AiredQuestion | None:
    """Return what is being answered, once viewers hear it and as long as everybody may read it."""
    # How late a picture from elsewhere is, nobody knows: then it is shown at once.
    heard_after = timedelta(0) if run.programme.outside_address else HEARD_AFTER
    aired = run.aired_questions.filter(
        off_air_at=None, on_air_at__lte=at - heard_after, question__is_shown=True
    )
    return aired.select_related("question__theme").first()


def _zones_of(run: Run, entries: list[RunEntry]) -> dict[str, str]:
    keys = [entry.segment_key for entry in entries if entry.segment_key and entry.place]
    segments = Segment.objects.filter(page=run.programme_id, key__in=keys, hides_place=False)
    return dict(segments.exclude(time_zone="").values_list("key", "time_zone"))


def _hour(zones: dict[str, str], entry: RunEntry, at: datetime) -> datetime | None:
    zone = zones.get(entry.segment_key)
    return at.astimezone(ZoneInfo(zone)) if zone else None
