"""Remind of a programme half an hour before it begins: each address once for each date."""

from datetime import timedelta

from django.utils import timezone

from audience.domain.queue_mails import queue_mails
from live.domain.announce_programme import announce_programme, announcement_of
from live.domain.followed_lives import KIND, mark_of
from live.models import LiveProgrammePage

REMINDER = "live_reminder"
BEFORE = timedelta(minutes=30)


def remind() -> int:
    """Queue the reminders that are due; return to how many addresses one goes, or went before.

    It may run as often as one likes, in any number of processes: the row of each mail is unique.
    Who confirms within the last half hour is reminded too.
    """
    now = timezone.now()
    due = LiveProgrammePage.objects.live().filter(starts_at__gt=now, starts_at__lte=now + BEFORE)
    dates = {(page.translation_key.hex, page.starts_at) for page in due}
    return sum(
        queue_mails([(KIND, key)], REMINDER, mark_of(key, starts_at), now)
        for key, starts_at in sorted(dates)
    )


def announce_changes() -> int:
    """Announce what a process that died while publishing left unsaid; return how much that was."""
    soon = timezone.now() - timedelta(days=1)
    pages = LiveProgrammePage.objects.filter(first_published_at__isnull=False, starts_at__gt=soon)
    stale = [page.pk for page in pages if page.announced_as != announcement_of(page)]
    return sum(announce_programme(pk) for pk in stale)
