"""What follows when a programme’s date, length or title changes for the public.

The row keeps what was last announced. Whoever compares first, in whatever process, raises the
sequence and writes the mails, in one transaction; the others find nothing to do.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from audience.domain.queue_mails import queue_mails
from live.domain.followed_lives import KIND, mark_of
from live.models import LiveProgrammePage

MOVED = "live_moved"


def announce_programme(page_id: int) -> bool:
    """Announce what changed of a programme since last time; say whether anything had.

    The first time, nothing has: whoever followed knew no other date.
    """
    with transaction.atomic():
        page = LiveProgrammePage.objects.select_for_update(of=("self",)).get(pk=page_id)
        before, after = page.announced_as, announcement_of(page)
        if before == after or not page.first_published_at:
            return False
        sequence = F("calendar_sequence") + (1 if before else 0)
        LiveProgrammePage.objects.filter(pk=page_id).update(
            announced_as=after, calendar_sequence=sequence
        )
        if _is_moved(before, after):
            _tell(page)
    return True


def announcement_of(page: LiveProgrammePage) -> dict[str, Any]:
    """Return what calendars and followers are told of `page`."""
    return {
        "is_live": page.live,
        "starts_at": page.starts_at.isoformat(),
        "minutes": page.planned_minutes,
        "title": page.title,
    }


def _is_moved(before: dict[str, Any], after: dict[str, Any]) -> bool:
    if not before or not after["is_live"] or before["starts_at"] == after["starts_at"]:
        return False
    return datetime.fromisoformat(after["starts_at"]) > timezone.now()


def _tell(page: LiveProgrammePage) -> None:
    key = page.translation_key.hex
    queue_mails([(KIND, key)], MOVED, mark_of(key, page.starts_at), timezone.now())
