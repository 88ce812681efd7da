"""Live programmes as calendars read them (RFC 5545).

An event keeps its UID for ever; a change of date, length or title raises its SEQUENCE, and one that
was taken down is cancelled, without its title: nobody may read that any more.
"""

from collections.abc import Iterable
from datetime import UTC, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event
from wagtail.models import Locale

from live.models import LiveProgrammePage
from media.readable import readable

ALARM_BEFORE = timedelta(minutes=30)
# What is longer over is of no use in a subscribed calendar.
KEPT_DAYS = 90
MOST_EVENTS = 200


def announced_programme(uid: object) -> LiveProgrammePage | None:
    """Return the programme of this UID that is, or was, announced; None for a draft."""
    pages = LiveProgrammePage.objects.filter(calendar_uid=uid, first_published_at__isnull=False)
    page = pages.first()
    return page if page and (not page.live or readable(pages).exists()) else None


def calendar_of(page: LiveProgrammePage) -> bytes:
    """Return one programme as a file to open in a calendar."""
    return _calendar(page.title if page.live else _("Live programmes"), [page])


def calendar_of_lives(locale: Locale) -> bytes:
    """Return what is announced or cancelled in a language, to be followed by a calendar."""
    since = timezone.now() - timedelta(days=KEPT_DAYS)
    known = LiveProgrammePage.objects.filter(
        locale=locale, first_published_at__isnull=False, starts_at__gt=since
    )
    pages = [*readable(known), *known.filter(live=False)]
    pages.sort(key=lambda page: (page.starts_at, page.pk))
    return _calendar(_("Live programmes"), pages[-MOST_EVENTS:])


def _calendar(name: str, pages: Iterable[LiveProgrammePage]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Potager//{settings.WAGTAIL_SITE_NAME}//{_language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for page in pages:
        calendar.add_component(_event(page))
    return bytes(calendar.to_ical())


def _event(page: LiveProgrammePage) -> Event:
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    event = Event()
    event.add("uid", f"{page.calendar_uid}@{host}")
    event.add("sequence", page.calendar_sequence)
    changed_at = page.last_published_at or page.first_published_at
    event.add("dtstamp", changed_at.astimezone(UTC).replace(microsecond=0))
    starts_at = page.starts_at.astimezone(UTC)
    event.add("dtstart", starts_at)
    event.add("dtend", starts_at + timedelta(minutes=page.planned_minutes))
    if not page.live:
        event.add("summary", _("Live cancelled"))
        event.add("status", "CANCELLED")
        return event
    event.add("summary", page.title)
    event.add("status", "CONFIRMED")
    event.add("description", "\n".join(line for line in (page.pitch, page.full_url) if line))
    event.add("url", page.full_url)
    event.add_component(_alarm(page))
    return event


def _alarm(page: LiveProgrammePage) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", page.title)
    alarm.add("trigger", -ALARM_BEFORE)
    return alarm


def _language() -> str:
    return (get_language() or "fr")[:2]
