"""Forget what nobody proved, and what is over for long: drafts, offers, projects.

A project that was refused or withdrawn is erased as its proposer would do it.
"""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from projects.domain.erase_project import erase_project
from projects.gateways.project_pictures import forget_picture
from projects.models import Offer, Project
from qa.enums import TextState

UNPROVED_KEPT = timedelta(days=7)
ANSWERED_KEPT = timedelta(days=365)
OVER_KEPT = timedelta(days=365)
_OVER = (TextState.REJECTED, TextState.WITHDRAWN)
_AT_ONCE = 200


def forget_unproved() -> int:
    """Delete them a week after they came, what was answered or is over in a year; say how many."""
    now = timezone.now()
    old = Project.objects.filter(state=TextState.DRAFT, received_at__lt=now - UNPROVED_KEPT)
    pictures = list(old.exclude(picture="").values_list("picture", flat=True))
    # What stands in the search index goes with a project, and is no row of its own.
    deleted = old.delete()[1].get(Project._meta.label, 0)
    for picture in pictures:
        forget_picture(picture)
    is_over = Q(proved_at=None, made_at__lt=now - UNPROVED_KEPT) | Q(
        answered_at__lt=now - ANSWERED_KEPT
    )
    return deleted + Offer.objects.filter(is_over).delete()[0] + _erase_over(now - OVER_KEPT)


def _erase_over(before: datetime) -> int:
    """Erase the projects that were refused or withdrawn before a moment, but for what law keeps."""
    over = Project.objects.filter(state__in=_OVER, decided_at__lt=before, frozen_for="")
    found = list(over.exclude(title="")[:_AT_ONCE])
    for project in found:
        erase_project(project)
    return len(found)
