"""A live programme as something to follow: by a reminder, which its translations share."""

import re
from datetime import datetime

from django.urls import reverse
from wagtail.models import Locale

from audience.subjects import Subject
from live.models import LiveProgrammePage
from media.readable import readable

KIND, SLUG = "live", "direct"
_KEY = re.compile(r"[0-9a-f]{32}")


def find_live(key: str) -> Subject | None:
    """Return the programme of this key in the active language, else in another; None if hidden."""
    page = live_of(key)
    if page is None:
        return None
    calendar = reverse("live_calendar", args=[page.calendar_uid])
    return Subject(KIND, SLUG, key, page.title, page.url or "", reverse("lives_feed"), calendar)


def live_of(key: str) -> LiveProgrammePage | None:
    """Return the public page of this key, in the active language if there is one."""
    if not _KEY.fullmatch(key):
        return None
    pages = readable(LiveProgrammePage.objects.filter(translation_key=key)).order_by("pk")
    return pages.filter(locale=Locale.get_active()).first() or pages.first()


def mark_of(key: str, starts_at: datetime) -> str:
    """Return what a mail about a programme at this hour is about (40 characters at most).

    It tells a date from another: each is worth one mail to an address.
    """
    return f"{key}:{int(starts_at.timestamp()) // 60:x}"


def key_in(mark: str) -> str:
    """Return the key of the programme that a mark names."""
    return mark.partition(":")[0]
