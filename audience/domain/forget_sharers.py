"""Forget who shared: three days after, nothing is left of a press but its sum."""

from datetime import timedelta

from django.utils import timezone

from audience.models import ShareCode, ShareMark

KEPT = timedelta(hours=72)


def forget_sharers() -> int:
    """Delete the marks of presses older than `KEPT`; return how many.

    The hash of a maker's browser is worth nothing once its day's key is destroyed: it goes too.
    """
    before = timezone.now() - KEPT
    old = ShareCode.objects.filter(made_at__lt=before, maker_browser__gt="")
    old.update(maker_browser="")
    deleted, _ = ShareMark.objects.filter(day__lt=timezone.localdate(before)).delete()
    return deleted
