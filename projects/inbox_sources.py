"""What waits for the team among projects: proposals, changes, news, and offers of godparents."""

from datetime import timedelta
from functools import partial

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.models import Offer, Project, ProjectNews
from qa.domain.hand_over_text import hand_over_text
from qa.domain.rights import MODERATE
from users.inbox import Entry, Owners, Source
from users.models import User

WITHIN = timedelta(hours=72)


def may_read_projects(user: User) -> bool:
    """Say whether `user` decides about projects."""
    return user.has_perm(MODERATE)


def _waiting() -> QuerySet[Project]:
    found: QuerySet[Project] = Project.objects.waiting().select_related("assigned_to")
    return found.order_by("received_at", "pk")


def _project(one: Project) -> Entry:
    link = reverse("project_desk", args=[one.pk])
    return Entry(str(one.pk), one.title, link, one.received_at, WITHIN, one.assigned_to)


def _changed() -> QuerySet[Project]:
    found: QuerySet[Project] = Project.objects.public().filter(proposed_at__isnull=False)
    return found.order_by("proposed_at", "pk")


def _change(one: Project) -> Entry:
    link = reverse("project_desk", args=[one.pk])
    return Entry(str(one.pk), one.title, link, one.proposed_at or one.received_at, WITHIN)


def _unread_news() -> QuerySet[ProjectNews]:
    found: QuerySet[ProjectNews] = ProjectNews.objects.waiting().select_related("assigned_to")
    return found.order_by("received_at", "pk")


def _news(one: ProjectNews) -> Entry:
    link = reverse("project_desk", args=[one.project_id])
    return Entry(str(one.pk), one.text, link, one.received_at, WITHIN, one.assigned_to)


def _offers() -> QuerySet[Offer]:
    return Offer.objects.waiting().select_related("project").order_by("proved_at", "pk")


def _offer(one: Offer) -> Entry:
    link = f"{reverse('project_desk', args=[one.project_id])}#offers"
    return Entry(str(one.pk), str(one), link, one.proved_at or one.made_at, WITHIN)


PROJECTS = Source(
    "project",
    _("Projects that are proposed"),
    may_read_projects,
    _waiting,
    _project,
    Owners("assigned_to", partial(hand_over_text, Project)),
)
CHANGES = Source("project_change", _("Changes of projects"), may_read_projects, _changed, _change)
NEWS = Source(
    "project_news",
    _("News of projects"),
    may_read_projects,
    _unread_news,
    _news,
    Owners("assigned_to", partial(hand_over_text, ProjectNews)),
)
OFFERS = Source("godparent", _("Offers of godparents"), may_read_projects, _offers, _offer)
SOURCES = (PROJECTS, CHANGES, NEWS, OFFERS)
