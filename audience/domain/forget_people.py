"""Forget who acted: three days after an act, nothing is left of its person but the act."""

from datetime import timedelta

from django.utils import timezone

from audience.domain.people import destroy_daily_keys
from audience.enums import Verdict
from audience.models import Act

KEPT = timedelta(hours=72)
ROWS_AT_ONCE = 5_000


def forget_people() -> int:
    """Clear person and network of acts older than `KEPT`; return of how many.

    Acts that wait to be verified keep theirs until somebody has decided: without it nobody could
    tell whether they come twice. The keys of past days go with them.
    """
    destroy_daily_keys(timezone.localdate())
    old = Act.objects.filter(person__isnull=False, received_at__lt=timezone.now() - KEPT)
    done = old.exclude(verdict=Verdict.TO_VERIFY).order_by("received_at")
    forgotten = 0
    # In portions: one statement over a busy week would hold the table for too long.
    while part := list(done.values_list("pk", flat=True)[:ROWS_AT_ONCE]):
        forgotten += Act.objects.filter(pk__in=part).update(person=None, network="")
    return forgotten
