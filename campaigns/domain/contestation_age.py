"""How long a contestation has been waiting for its answer, and whether that is too long."""

from datetime import timedelta

from django.utils import timezone

from campaigns.models import Contestation

LONGEST = timedelta(days=7)


def is_waiting(contestation: Contestation) -> bool:
    """Say whether somebody still has to do something about it."""
    return not contestation.is_rejected and contestation.answered_at is None


def is_overdue(contestation: Contestation) -> bool:
    """Say whether it has waited for more than a week."""
    return is_waiting(contestation) and timezone.now() - contestation.filed_at > LONGEST


def days_waiting(contestation: Contestation) -> int:
    """Return how many whole days it has been here."""
    return max(0, (timezone.now() - contestation.filed_at).days)
