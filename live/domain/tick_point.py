"""Say that a point of the “after” checklist is done, or not after all."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from live.domain.after_rights import ensure_may_finish
from live.domain.check_after import Point
from live.domain.lay_out_replay import locked_recording
from live.models import LiveProgrammePage, Recording
from live.replay_refusals import NoSuchPoint
from media.edition import new_edition
from users.models import User

_COLUMNS = {
    Point.TRIM: "trim_checked_at",
    Point.CHAPTERS: "chapters_checked_at",
    Point.QUANTITIES: "quantities_checked_at",
}


def tick_point(recording: Recording, user: User, point: str, *, is_done: bool) -> Recording:
    """Tick `point` of the checklist, or take the tick back; return the recording as it is then.

    Raises MayNotFinish, or NoSuchPoint.
    """
    ensure_may_finish(user, recording)
    column = _COLUMNS.get(Point(point)) if point in Point else None
    if column is None:
        raise NoSuchPoint
    return _changed(recording, user, **{column: timezone.now() if is_done else None})


def name_next(recording: Recording, user: User, following: LiveProgrammePage | None) -> Recording:
    """Say which live comes next; None: none is planned. Raises MayNotFinish."""
    ensure_may_finish(user, recording)
    return _changed(recording, user, next_programme=following, has_no_next=following is None)


def _changed(recording: Recording, user: User, **values: object) -> Recording:
    with transaction.atomic():
        locked = locked_recording(recording)
        for name, value in values.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(values))
        log(instance=locked.run.programme, action="live.replay.check", user=user)
        new_edition()
    return locked
