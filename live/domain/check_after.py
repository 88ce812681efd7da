"""What has to be done before a live may be closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from live.models import Recording

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Point(models.TextChoices):
    """The points of the checklist, in the order in which they are done."""

    REPLAY = "replay", _("it is noted where one can watch it again, or that one cannot")
    TRIM = "trim", _("the replay is looked at, its beginning and end are right")
    CHAPTERS = "chapters", _("the chapters are checked")
    QUANTITIES = "quantities", _("the unlocked quantities are confirmed")
    NEXT = "next", _("the next date is named, or that none is planned")


@dataclass(frozen=True, slots=True)
class Check:
    """A point of the checklist, and whether it is done."""

    point: Point
    is_done: bool

    @property
    def label(self) -> "str | _StrPromise":
        """What has to be true."""
        return self.point.label


def check_after(recording: Recording) -> list[Check]:
    """Return the points of the checklist of `recording`.

    Quantities are asked for only where the programme serves a campaign. What came from elsewhere
    has no replay of ours to cut, and no chapters: instead one says where it can be watched again.
    """
    done = {Point.NEXT: recording.has_no_next or recording.next_programme_id is not None}
    if recording.was_elsewhere:
        done[Point.REPLAY] = recording.trim_checked_at is not None
    else:
        done[Point.TRIM] = recording.trim_checked_at is not None
        done[Point.CHAPTERS] = recording.chapters_checked_at is not None
    if recording.run.programme.campaign_id is not None:
        done[Point.QUANTITIES] = recording.quantities_checked_at is not None
    return [Check(point, done[point]) for point in Point if point in done]


def is_complete(checks: Iterable[Check]) -> bool:
    """Say whether nothing is left to do."""
    return all(check.is_done for check in checks)
