"""Teams: several collection pages for one cause, which count together."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fundraising.models.collected import Collected
from fundraising.models.fund import Fund
from fundraising.models.supporter import Supporter
from qa.enums import PLAIN_DEEDS
from qa.models import Moderated, ModeratedQuerySet
from qa.models.keys import new_code, new_key

LONGEST_TEAM_NAME = 50


class Team(Moderated, Collected):
    """A name under which pages collect for one fund; its captain invites, and sends away.

    `invite` stands in the link with which pages join: raised by one, older links open nothing. The
    sums are those of its pages, changed in the transaction that changes a page's.
    """

    kind = "team"
    words_field = "name"
    name_field = "name"
    place_field = "fund"
    shown_with = ("fund__cause", "fund__beneficiary", "captain")
    deeds = PLAIN_DEEDS
    merged_into = None
    wagtail_reference_index_ignore = True

    code = models.CharField(max_length=10, unique=True, default=new_code)
    key = models.CharField(max_length=22, unique=True, default=new_key)
    fund = models.ForeignKey(
        Fund, on_delete=models.PROTECT, related_name="teams", verbose_name=_("cause")
    )
    captain = models.ForeignKey(
        Supporter, on_delete=models.PROTECT, related_name="teams", verbose_name=_("captain")
    )
    name = models.CharField(_("name of the team"), max_length=LONGEST_TEAM_NAME)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    invite = models.PositiveIntegerField(default=0)

    objects = ModeratedQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name = _("team")
        verbose_name_plural = _("teams")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return its public address."""
        return reverse("team", args=[self.code])

    def get_private_url(self) -> str:
        """Return its captain's address of it."""
        return reverse("own_team", args=[self.code])

    @property
    def owner(self) -> Supporter:
        """Who is told what is decided about it."""
        return self.captain
