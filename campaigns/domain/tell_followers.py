"""Turn announcements into mails: one for each follower, once."""

from django.db import transaction
from django.utils import timezone

from audience.domain.queue_mails import queue_mails
from campaigns.domain.followed import subjects_of
from campaigns.models import Announcement, MilestoneReached

OCCASION = "news"
AT_ONCE = 50


def tell_followers() -> int:
    """Queue the mails of all announcements not told yet; return how many were queued.

    Any number of processes may do this at once, and be killed: an announcement and its mails are
    written in one transaction, and the row of each mail is unique.
    """
    waiting = Announcement.objects.filter(told_at=None).order_by("pk")
    return sum(_tell(pk) for pk in waiting.values_list("pk", flat=True)[:AT_ONCE])


def _tell(announcement_id: int) -> int:
    with transaction.atomic():
        # Locked: a second worker waits here, and then finds it told.
        news = (
            Announcement.objects.select_for_update(of=("self",))
            .filter(pk=announcement_id, told_at=None)
            .select_related("pledge__meter")
            .first()
        )
        if news is None:
            return 0
        queued = queue_mails(subjects_of(news.pledge), OCCASION, str(news.pk), news.happened_at)
        now = timezone.now()
        Announcement.objects.filter(pk=news.pk).update(told_at=now)
        MilestoneReached.objects.filter(milestone=news.milestone_id, announced_at=None).update(
            announced_at=now
        )
    return queued
