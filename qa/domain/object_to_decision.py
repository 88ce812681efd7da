"""Object to what was decided about one's notice: once, within six months (DSA article 20)."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from qa.models import Notice
from qa.refusals import NothingToObjectTo, ObjectionMissing

WITHIN = timedelta(days=183)


def may_object(notice: Notice) -> bool:
    """Say whether the sender of `notice` can object now."""
    decided_at = notice.decided_at
    return (
        decided_at is not None
        and notice.redress_at is None
        and timezone.now() - decided_at <= WITHIN
    )


def object_to_decision(notice: Notice, words: str) -> Notice:
    """Keep the objection and return the notice, which waits again.

    The same words once more change nothing. Raises ObjectionMissing or NothingToObjectTo.
    """
    words = words.strip()
    if not words:
        raise ObjectionMissing
    with transaction.atomic():
        notice = Notice.objects.select_for_update().get(pk=notice.pk)
        if notice.redress == words:
            return notice
        if not may_object(notice):
            raise NothingToObjectTo
        notice.redress, notice.redress_at = words, timezone.now()
        notice.version += 1
        notice.save()
    return notice
