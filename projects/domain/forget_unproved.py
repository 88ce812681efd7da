"""Forget proposals and offers whose mailbox nobody proved, and offers answered long ago."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from projects.gateways.project_pictures import forget_picture
from projects.models import Offer, Project
from qa.enums import TextState

UNPROVED_KEPT = timedelta(days=7)
ANSWERED_KEPT = timedelta(days=365)


def forget_unproved() -> int:
    """Delete them a week after they came, offers a year after the answer; return how many rows."""
    now = timezone.now()
    old = Project.objects.filter(state=TextState.DRAFT, received_at__lt=now - UNPROVED_KEPT)
    pictures = list(old.exclude(picture="").values_list("picture", flat=True))
    deleted, _ = old.delete()
    for picture in pictures:
        forget_picture(picture)
    is_over = Q(proved_at=None, made_at__lt=now - UNPROVED_KEPT) | Q(
        answered_at__lt=now - ANSWERED_KEPT
    )
    return deleted + Offer.objects.filter(is_over).delete()[0]
