"""Which collection pages stand in lists."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from fundraising.models import Fundraiser, Supporter, Team
from qa.enums import PUBLIC_STATES, WAITING_STATES, TextState

MOST_FOR_A_CAUSE = 6


def open_pages(on: date) -> QuerySet[Fundraiser]:
    """Return the pages that collect on a day, the newest first."""
    return Fundraiser.objects.collecting(on).select_related("fund__cause__locale").order_by("-pk")


def pages_for_cause(cause: Any, on: date) -> QuerySet[Fundraiser]:
    """Return some pages that collect for `cause`, in whatever language it is told."""
    return pages_for_causes([cause], on)


def pages_for_causes(causes: Iterable[Any], on: date) -> QuerySet[Fundraiser]:
    """Return some pages that collect for any of `causes`; for none there are none."""
    keys = [cause.translation_key for cause in causes]
    if not keys:
        return Fundraiser.objects.none()
    return open_pages(on).filter(fund__cause__translation_key__in=keys)[:MOST_FOR_A_CAUSE]


def open_teams(on: date) -> QuerySet[Team]:
    """Return teams of which a public page collects on a day, the newest first."""
    members = Fundraiser.objects.collecting(on).filter(team=OuterRef("pk"))
    return Team.objects.public().filter(Exists(members)).order_by("-pk")


def pages_of(owner: Supporter) -> QuerySet[Fundraiser]:
    """Return all pages of their owner that were not erased, the newest first."""
    own = Fundraiser.objects.filter(owner=owner).exclude(title="")
    return (
        own.exclude(state=TextState.REMOVED)
        .select_related("fund__cause__locale", "team")
        .order_by("-pk")
    )


def sent_pages() -> QuerySet[Fundraiser]:
    """Return the pages that the team may read: drafts are their owners' alone."""
    sent = Fundraiser.objects.exclude(state=TextState.DRAFT).exclude(title="")
    return sent.select_related("fund__cause__locale", "fund__beneficiary", "owner").order_by("-pk")


def pages_to_decide() -> QuerySet[Fundraiser]:
    """Return the pages that wait, and shown ones with a change or news that do, the longest first.

    `unread_at` is since when news wait.
    """
    changed = Q(proposed_at__isnull=False) | Q(unread_at__isnull=False)
    waits = Q(state__in=WAITING_STATES) | Q(changed, state__in=PUBLIC_STATES)
    unread_at = Min("news__received_at", filter=Q(news__state__in=WAITING_STATES))
    since = Coalesce("proposed_at", "unread_at", "received_at")
    told = sent_pages().annotate(unread_at=unread_at)
    return told.filter(waits).annotate(since=since).order_by("since", "pk")
