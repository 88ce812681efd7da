"""Forget those who wanted to become ambassadors and never pressed the link."""

from datetime import timedelta

from django.utils import timezone

from ambassadors.models import Ambassador

KEPT = timedelta(days=7)


def forget_unproved() -> int:
    """Delete them a week after they asked; return how many rows."""
    old = Ambassador.objects.filter(joined_at=None, received_at__lt=timezone.now() - KEPT)
    return old.delete()[0]
