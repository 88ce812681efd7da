"""Start a programme, for real or as a rehearsal: the plan becomes the lines of a run."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from live.domain.rights import ensure_may_operate
from live.enums import Verb
from live.models import LiveProgrammePage, Run, RunCommand, RunEntry, Segment
from live.refusals import AlreadyLive, BeginsByItself, NotPublished
from users.models import User


def start_run(programme: LiveProgrammePage, user: User, *, is_rehearsal: bool) -> Run:
    """Start `programme` and return its run, with nothing on air yet.

    Its lines are copied from the rundown as it is now. A hidden place is not copied: nothing of the
    run can show it. In a rehearsal hard starts move along with the hour it starts at.

    Raises MayNotOperate, BeginsByItself, NotPublished or AlreadyLive.
    """
    ensure_may_operate(user)
    if programme.film_id is not None:
        raise BeginsByItself
    if not is_rehearsal and not programme.live:
        raise NotPublished
    now = timezone.now()
    moved_by = now - programme.starts_at if is_rehearsal else timedelta(0)
    try:
        with transaction.atomic():
            run = Run.objects.create(
                programme=programme,
                is_rehearsal=is_rehearsal,
                is_low_latency=programme.is_low_latency,
                started_at=now,
            )
            RunEntry.objects.bulk_create(
                _line(run, position, segment, moved_by)
                for position, segment in enumerate(programme.segments.all(), start=1)
            )
            RunCommand.objects.create(
                run=run, version=run.version, verb=Verb.START, who=user, at=now
            )
    except IntegrityError as error:
        raise AlreadyLive from error
    return run


def planned_start(run: Run) -> datetime:
    """Return when the plan of `run` begins: with a rehearsal, or a show moved by hours, itself."""
    hours_off = abs(run.started_at - run.programme.starts_at)
    is_as_announced = not run.is_rehearsal and hours_off < timedelta(hours=12)
    return run.programme.starts_at if is_as_announced else run.started_at


def _line(run: Run, position: int, segment: Segment, moved_by: timedelta) -> RunEntry:
    where = "" if segment.hides_place else ", ".join(filter(None, (segment.place, segment.country)))
    hard = segment.hard_start_at
    return RunEntry(
        run=run,
        position=position,
        segment_key=segment.key,
        kind=segment.kind,
        title=segment.title,
        planned_s=segment.planned_s,
        hard_start_at=hard + moved_by if hard else None,
        theme=segment.theme,
        feed=None if run.programme.outside_address else segment.feed,
        guests=segment.guests,
        place=where,
        fallback_key=segment.fallback_key,
        notes=segment.notes,
        prompter=segment.prompter,
    )
