"""Forget the e-mail addresses left with contestations, once they have served."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from audience.domain.erase_addresses import KEPT, LONGEST, erase_addresses
from audience.domain.forget_letters import forget_letters
from campaigns.domain.tell_filer import OCCASION, STEPS
from campaigns.enums import ContestationState
from campaigns.models import Contestation, Ruling


def forget_filers() -> int:
    """Erase the addresses of contestations that are answered or refused; return how many."""
    return erase_addresses(_over(timezone.now()), _forget)


def _over(now: datetime) -> QuerySet[Contestation]:
    """Return those decided long ago, and those published that nobody answered in a year."""
    lately = Ruling.objects.filter(contestation__isnull=False, ruled_at__gte=now - KEPT)
    is_decided = Q(state=ContestationState.REJECTED) | Q(answered_at__isnull=False)
    unanswered = Q(state=ContestationState.PUBLISHED, answered_at=None, filed_at__lt=now - LONGEST)
    over = (is_decided & ~Q(pk__in=lately.values("contestation"))) | unanswered
    return Contestation.objects.filter(over).exclude(email="")


def _forget(contestation: Contestation) -> None:
    Contestation.objects.filter(pk=contestation.pk).update(email="")
    for step in STEPS:
        forget_letters(OCCASION, f"{contestation.pk}:{step}")
