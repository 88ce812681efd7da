"""How long a notice may wait, and whether it has waited for too long."""

from datetime import datetime, timedelta

from django.utils import timezone

from qa.enums import NoticeGround
from qa.models import Notice

# What may hurt somebody every minute that it stands there.
URGENT = frozenset({NoticeGround.UNLAWFUL, NoticeGround.HATEFUL, NoticeGround.PERSONAL})
URGENT_WITHIN = timedelta(hours=24)
OTHERS_WITHIN = timedelta(hours=72)
OBJECTIONS_WITHIN = timedelta(days=7)


def allowed(notice: Notice) -> timedelta:
    """Return how long what waits about `notice` may wait."""
    if notice.is_objected:
        return OBJECTIONS_WITHIN
    return URGENT_WITHIN if notice.ground in URGENT else OTHERS_WITHIN


def is_overdue(notice: Notice, now: datetime | None = None) -> bool:
    """Say whether it waits, and should not any more."""
    return notice.is_open and (now or timezone.now()) - notice.waits_since > allowed(notice)
