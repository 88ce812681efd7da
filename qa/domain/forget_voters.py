"""Forget from which network a vote came, three days after it was cast."""

from datetime import timedelta

from django.utils import timezone

from qa.models import Vote

KEPT = timedelta(hours=72)
ROWS_AT_ONCE = 5_000


def forget_voters() -> int:
    """Clear the network of votes older than `KEPT`; return of how many.

    The vote stays, under the hash of its voter's ballot.
    """
    old = Vote.objects.filter(network__gt="", cast_at__lt=timezone.now() - KEPT)
    forgotten = 0
    # In portions: one statement over a busy evening would hold the table for too long.
    while part := list(old.values_list("pk", flat=True)[:ROWS_AT_ONCE]):
        forgotten += Vote.objects.filter(pk__in=part).update(network="")
    return forgotten
