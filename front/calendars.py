"""Dates as calendars read them (RFC 5545), for every room that has some.

An entry keeps its UID for ever; whatever changes it raises its SEQUENCE, and one that no longer
holds is cancelled: a calendar that follows takes it out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import get_language
from icalendar import Alarm, Calendar, Event

CONTENT_TYPE = "text/calendar; charset=utf-8"
# How often a calendar that follows asks anew.
ASKED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """A date. `uid` is its own among all of this site; `starts` and `ends` are instants, or a day.

    A day has no `ends`, and takes up nobody's time. `sequence` rises with what changes the entry.
    """

    uid: str
    sequence: int
    changed_at: datetime
    starts: datetime | date
    summary: str
    ends: datetime | None = None
    description: str = ""
    url: str = ""
    is_cancelled: bool = False
    alarm_before: timedelta | None = None


def write_calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """Return a calendar called `name`, in the active language, with `entries` in their order."""
    calendar = Calendar()
    language = (get_language() or "fr")[:2].upper()
    calendar.add("prodid", f"-//Potager//{settings.WAGTAIL_SITE_NAME}//{language}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASKED_EVERY, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event:
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    if isinstance(entry.starts, datetime):
        event.add("dtstart", entry.starts.astimezone(UTC))
        if entry.ends is not None:
            event.add("dtend", entry.ends.astimezone(UTC))
    else:
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.starts + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    event.add("summary", entry.summary)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.description:
        event.add("description", entry.description)
    if entry.url:
        event.add("url", entry.url)
    if entry.alarm_before is not None:
        event.add_component(_alarm(entry.summary, entry.alarm_before))
    return event


def _alarm(words: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", -before)
    return alarm
