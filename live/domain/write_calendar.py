"""Live programmes as calendars read them (RFC 5545).

An event keeps its UID for ever; a change of date, length or title raises its SEQUENCE, and one that
was taken down is cancelled, without its title: nobody may read that any more.
"""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from front.calendars import Entry, write_calendar
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
    return write_calendar(page.title if page.live else _("Live programmes"), [_entry(page)])


def calendar_of_lives(locale: Locale) -> bytes:
    """Return what is announced or cancelled in a language, to be followed by a calendar."""
    since = timezone.now() - timedelta(days=KEPT_DAYS)
    known = LiveProgrammePage.objects.filter(
        locale=locale, first_published_at__isnull=False, starts_at__gt=since
    )
    pages = [*readable(known), *known.filter(live=False)]
    pages.sort(key=lambda page: (page.starts_at, page.pk))
    return write_calendar(_("Live programmes"), [_entry(page) for page in pages[-MOST_EVENTS:]])


def _entry(page: LiveProgrammePage) -> Entry:
    starts_at, ends_at = page.starts_at, page.starts_at + timedelta(minutes=page.planned_minutes)
    changed_at = page.last_published_at or page.first_published_at
    uid, sequence = str(page.calendar_uid), page.calendar_sequence
    if not page.live:
        summary = _("Live cancelled")
        return Entry(uid, sequence, changed_at, starts_at, summary, ends_at, is_cancelled=True)
    return Entry(
        uid,
        sequence,
        changed_at,
        starts_at,
        page.title,
        ends_at,
        description="\n".join(line for line in (page.pitch, page.full_url) if line),
        url=page.full_url,
        alarm_before=ALARM_BEFORE,
    )
