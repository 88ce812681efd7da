"""Which projects stand in lists."""

from django.db.models import Min, Q, QuerySet
from django.db.models.functions import Coalesce

from projects.domain.standing import READ_ALONG, of_standing
from projects.enums import Standing
from projects.models import Project
from qa.enums import PUBLIC_STATES, WAITING_STATES, TextState


def shown_projects(standing: str = "", field: str = "") -> QuerySet[Project]:
    """Return what everybody may see, of one standing or field or all, the newest first."""
    found: QuerySet[Project] = Project.objects.public()
    if field:
        found = found.filter(field=field)
    if standing in Standing.values:
        found = of_standing(found, standing)
    return found.select_related("meter", *READ_ALONG).order_by("-published_at", "-pk")


def sent_projects() -> QuerySet[Project]:
    """Return the projects that the team may read: drafts are their proposers' alone."""
    sent = Project.objects.exclude(state=TextState.DRAFT).exclude(title="")
    return sent.select_related("meter", "assigned_to", *READ_ALONG).order_by("-pk")


def projects_to_decide() -> QuerySet[Project]:
    """Return the projects that wait, and shown ones with a change, news or an offer that do.

    The longest wait comes first; `unread_at` and `offered_at` are since when news and offers wait.
    """
    has_more = (
        Q(proposed_at__isnull=False) | Q(unread_at__isnull=False) | Q(offered_at__isnull=False)
    )
    waits = Q(state__in=WAITING_STATES) | Q(has_more, state__in=PUBLIC_STATES)
    unread_at = Min("news__received_at", filter=Q(news__state__in=WAITING_STATES))
    offered_at = Min(
        "offers__proved_at", filter=Q(offers__answered_at=None, offers__proved_at__isnull=False)
    )
    told = sent_projects().annotate(unread_at=unread_at, offered_at=offered_at)
    since = Coalesce("proposed_at", "unread_at", "offered_at", "received_at")
    return told.filter(waits).annotate(since=since).order_by("since", "pk")
