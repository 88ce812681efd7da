"""What waits for the team among collection pages: new ones, and changes of those that are shown."""

from datetime import timedelta
from functools import partial

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fundraising.models import Fundraiser, News, Team
from qa.domain.hand_over_text import hand_over_text
from qa.domain.rights import MODERATE
from users.inbox import Entry, Owners, Source
from users.models import User

# Who waits has a birthday on a day that does not.
WITHIN = timedelta(hours=24)


def may_read_pages(user: User) -> bool:
    """Say whether `user` decides about collection pages."""
    return user.has_perm(MODERATE)


def _waiting() -> QuerySet[Fundraiser]:
    found: QuerySet[Fundraiser] = Fundraiser.objects.waiting().select_related("assigned_to")
    return found.order_by("received_at", "pk")


def _page(page: Fundraiser) -> Entry:
    return Entry(
        key=str(page.pk),
        title=page.title,
        link=reverse("collection", args=[page.pk]),
        since=page.received_at,
        within=WITHIN,
        owner=page.assigned_to,
    )


def _changed() -> QuerySet[Fundraiser]:
    found: QuerySet[Fundraiser] = Fundraiser.objects.public().filter(proposed_at__isnull=False)
    return found.order_by("proposed_at", "pk")


def _change(page: Fundraiser) -> Entry:
    link = reverse("collection", args=[page.pk])
    since = page.proposed_at or page.received_at
    return Entry(str(page.pk), page.title, link, since, WITHIN)


def _unread_news() -> QuerySet[News]:
    found: QuerySet[News] = News.objects.waiting().select_related("assigned_to")
    return found.order_by("received_at", "pk")


def _news(news: News) -> Entry:
    link = reverse("collection", args=[news.fundraiser_id])
    return Entry(str(news.pk), news.text, link, news.received_at, WITHIN, news.assigned_to)


def _waiting_teams() -> QuerySet[Team]:
    found: QuerySet[Team] = Team.objects.waiting().select_related("assigned_to")
    return found.order_by("received_at", "pk")


def _team(team: Team) -> Entry:
    link = f"{reverse('desk')}?kind={Team.kind}"
    return Entry(str(team.pk), team.name, link, team.received_at, WITHIN, team.assigned_to)


PAGES = Source(
    "collection",
    _("Collection pages"),
    may_read_pages,
    _waiting,
    _page,
    Owners("assigned_to", partial(hand_over_text, Fundraiser)),
)
NEWS = Source(
    News.kind,
    _("News of collection pages"),
    may_read_pages,
    _unread_news,
    _news,
    Owners("assigned_to", partial(hand_over_text, News)),
)
TEAMS = Source(
    Team.kind,
    _("Names of teams"),
    may_read_pages,
    _waiting_teams,
    _team,
    Owners("assigned_to", partial(hand_over_text, Team)),
)
CHANGES = Source("page_change", _("Changes of collection pages"), may_read_pages, _changed, _change)
