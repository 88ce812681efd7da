"""Collection pages: somebody collects for a cause, on an occasion, until a day."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from fundraising.enums import Occasion
from fundraising.models.collected import Collected
from fundraising.models.collected import shows_test_gifts as shows_test_gifts
from fundraising.models.fund import Fund
from fundraising.models.supporter import Supporter
from fundraising.models.team import Team
from qa.enums import PLAIN_DEEDS, PUBLIC_STATES, TextState
from qa.models import ModeratedQuerySet, Proposable, PublicWords
from qa.models.keys import new_code, new_key

LONGEST_REASON = 120
LONGEST_TITLE = 80
LONGEST_NAME = 50
LONGEST_SLUG = 90


class FundraiserQuerySet(ModeratedQuerySet):
    """Collection pages by where they stand."""

    def collecting(self, on: date) -> "FundraiserQuerySet":
        """Keep the public ones that are neither closed nor over on a day."""
        return self.filter(state__in=PUBLIC_STATES, closed_at=None, ends_on__gte=on)


class Fundraiser(index.Indexed, Proposable, Collected):
    """A supporter's collection page.

    It is a draft until its owner has proved the address and sent it. `key` is that of the form it
    was begun with, so a form that is sent twice opens one. What the owner changes on a page that is
    shown waits in `proposed` until the team agrees; amounts and dates change at once.
    """

    kind = "collection"
    words_field = "reason"
    name_field = "name"
    place_field = "title"
    deeds = PLAIN_DEEDS
    by_public: ClassVar[dict[str, Any]] = {"sent_at__isnull": False}
    merged_into = None
    wagtail_reference_index_ignore = True
    search_fields: ClassVar[list[index.BaseField]] = [
        PublicWords("title"),
        PublicWords("reason"),
        PublicWords("name"),
    ]

    code = models.CharField(max_length=10, unique=True, default=new_code)
    key = models.CharField(max_length=22, unique=True, default=new_key)
    slug = models.SlugField(_("address"), max_length=LONGEST_SLUG, unique=True)
    owner = models.ForeignKey(
        Supporter, on_delete=models.CASCADE, related_name="fundraisers", verbose_name=_("owner")
    )
    fund = models.ForeignKey(
        Fund, on_delete=models.PROTECT, related_name="fundraisers", verbose_name=_("cause")
    )
    occasion = models.CharField(_("occasion"), max_length=8, choices=Occasion)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    reason = models.CharField(_("reason"), max_length=LONGEST_REASON)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    goal_cents = models.PositiveIntegerField(_("goal"))
    ends_on = models.DateField(_("until"))
    picture = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    team = models.ForeignKey(
        Team, null=True, on_delete=models.SET_NULL, related_name="members", verbose_name=_("team")
    )
    sent_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = FundraiserQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name = _("collection page")
        verbose_name_plural = _("collection pages")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "ends_on"], name="pages_that_collect"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return its public address."""
        return reverse("fundraiser", args=[self.slug])

    def get_private_url(self) -> str:
        """Return its owner's address of it; without having signed in, nobody sees anything."""
        return reverse("own_fundraiser", args=[self.code])

    @property
    def is_draft(self) -> bool:
        """Whether its owner has not sent it yet."""
        return self.state == TextState.DRAFT

    @property
    def is_over(self) -> bool:
        """Whether it takes no gifts any more: closed, or its last day has passed."""
        return self.closed_at is not None or self.ends_on < timezone.localdate()

    @property
    def takes_gifts(self) -> bool:
        """Whether anybody can give now."""
        return self.is_public and not self.is_over and self.fund.gateway is not None

    @property
    def leads_elsewhere(self) -> bool:
        """Whether gifts are made on the association's own page, where nobody tells us of them."""
        fund = self.fund
        is_open = self.is_public and not self.is_over
        return is_open and fund.gateway is None and fund.donation_page != ""

    @property
    def tells_total(self) -> bool:
        """Whether its total says anything: where gifts are made elsewhere, none is told."""
        only_links = self.fund.gateway is None and self.fund.donation_page != ""
        return self.shown_gift_count > 0 or not only_links

    @property
    def press_count(self) -> int:
        """How often somebody pressed to go to the association's own page."""
        return self.presses.count()  # type: ignore[attr-defined,no-any-return]

    @property
    def percent(self) -> int:
        """How far it has come, 100 at most."""
        return min(100, self.shown_total_cents * 100 // max(self.goal_cents, 1))

    @property
    def days_left(self) -> int:
        """How many days are left after today."""
        return max((self.ends_on - timezone.localdate()).days, 0)

    def told(self) -> dict[str, Any]:
        """Add what a visitor of the page reads besides."""
        return super().told() | {"title": self.title, "name": self.name}
