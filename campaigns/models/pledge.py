"""A sponsor's promise, written so that it can be computed."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from audience.enums import ActKind
from audience.models import Meter
from campaigns.enums import ClauseKind, PledgeState, Unit
from campaigns.models.organisation import Organisation

PUBLIC_STATES = (
    PledgeState.ACTIVE,
    PledgeState.CAPPED,
    PledgeState.EXPIRED,
    PledgeState.AMENDED,
    PledgeState.LATE,
    PledgeState.SETTLED,
    PledgeState.BROKEN,
)


def default_kinds() -> list[str]:
    return [ActKind.CLICK.value, ActKind.VIEW.value]


class PledgeQuerySet(models.QuerySet):
    def with_terms(self) -> "PledgeQuerySet":
        """With all that its contract says, in a few queries."""
        return self.select_related("meter", "sponsor", "beneficiary").prefetch_related(
            "clauses", "milestones__reached"
        )

    def public(self) -> "PledgeQuerySet":
        """Promises that the public may see: those that took effect."""
        return self.filter(state__in=PUBLIC_STATES)


class Pledge(ClusterableModel):
    """Who promises how much of what to whom, for which acts, until when.

    Once active, its terms never change: an amendment is a new version that `replaces` it, and both
    stay visible. `tally`, `unlocked` and `delivered` are derived from acts and ledger; `recount`
    makes them anew.
    """

    meter = models.ForeignKey(
        Meter, on_delete=models.PROTECT, related_name="pledges", verbose_name=_("campaign's count")
    )
    sponsor = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="pledges",
        verbose_name=_("sponsor"),
        help_text=_("Who gives."),
    )
    beneficiary = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="pledges_received",
        verbose_name=_("beneficiary"),
        help_text=_("Who receives, and confirms each delivery."),
    )
    unit = models.CharField(_("unit"), max_length=4, choices=Unit, default=Unit.GRAM)
    goods = models.CharField(
        _("what is given"), max_length=60, help_text=_("As it follows a quantity: “vegetables”.")
    )
    goods_en = models.CharField(_("the same in English"), max_length=60, blank=True)
    kinds = models.JSONField(_("acts that count"), default=default_kinds)
    cap = models.PositiveBigIntegerField(
        _("ceiling"),
        validators=[MinValueValidator(1)],
        help_text=_("The most that will ever be given, in the unit above. No ceiling, no pledge."),
    )
    starts_at = models.DateTimeField(_("starts"), default=timezone.now)
    ends_at = models.DateTimeField(_("ends"))
    delivery_due_on = models.DateField(
        _("delivered by"), help_text=_("A proof still missing then turns the pledge late.")
    )
    state = models.CharField(
        max_length=13, choices=PledgeState, default=PledgeState.DRAFT, editable=False
    )
    version = models.PositiveSmallIntegerField(default=1, editable=False)
    replaces = models.OneToOneField(
        "self",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="replaced_by",
    )
    sponsor_signed_by = models.CharField(_("signed for the sponsor by"), max_length=120, blank=True)
    beneficiary_signed_by = models.CharField(
        _("signed for the beneficiary by"), max_length=120, blank=True
    )
    proposed_at = models.DateTimeField(null=True, editable=False)
    countersigned_at = models.DateTimeField(null=True, editable=False)
    activated_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    tally = models.PositiveBigIntegerField(default=0, editable=False)
    unlocked = models.PositiveBigIntegerField(default=0, editable=False)
    delivered = models.PositiveBigIntegerField(default=0, editable=False)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-activated_at", "-pk"]
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        # Editors write pledges; who may publish pages lets them take effect.
        permissions: ClassVar[list[tuple[str, str]]] = [
            ("activate_pledge", "Can activate a pledge and correct the ledger")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(unlocked__lte=models.F("cap")), name="unlocked_within_cap"
            ),
            models.CheckConstraint(
                condition=models.Q(delivered__lte=models.F("unlocked")),
                name="delivered_within_unlocked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sponsor} → {self.beneficiary}, {self.goods}"

    @property
    def goods_here(self) -> str:
        """What is given, in the language of this request."""
        return self.goods_en if get_language() == "en" and self.goods_en else self.goods

    @property
    def versions(self) -> list["Pledge"]:
        """All versions of this promise, the first one first."""
        first = self
        while first.replaces is not None:
            first = first.replaces
        found = [first]
        while (following := getattr(found[-1], "replaced_by", None)) is not None:
            found.append(following)
        return found

    @property
    def latest(self) -> "Pledge":
        """The version that took effect last: its figures hold for all versions before it."""
        found = self
        while (following := getattr(found, "replaced_by", None)) is not None:
            if following.state not in (*PUBLIC_STATES, PledgeState.AMENDED):
                break
            found = following
        return found


class Clause(Orderable):
    """One line of the contract."""

    pledge = ParentalKey(Pledge, on_delete=models.CASCADE, related_name="clauses")
    kind = models.CharField(_("clause"), max_length=9, choices=ClauseKind)
    quantity = models.PositiveBigIntegerField(
        _("quantity"),
        validators=[MinValueValidator(1)],
        help_text=_("In the pledge's unit; for a match, in percent."),
    )
    acts = models.PositiveBigIntegerField(
        _("from so many acts"), null=True, blank=True, help_text=_("Only for a threshold.")
    )
    cap = models.PositiveBigIntegerField(
        _("at most"), null=True, blank=True, help_text=_("The most this clause gives.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.quantity}"


class Milestone(Orderable):
    """A number of acts that is worth an announcement. It is reached once, for good."""

    pledge = ParentalKey(Pledge, on_delete=models.CASCADE, related_name="milestones")
    acts = models.PositiveBigIntegerField(_("acts"), validators=[MinValueValidator(1)])
    title = models.CharField(_("title"), max_length=80)
    title_en = models.CharField(_("the same in English"), max_length=80, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return self.title

    @property
    def title_here(self) -> str:
        """The title in the language of this request."""
        return self.title_en if get_language() == "en" and self.title_en else self.title


class MilestoneReached(models.Model):
    """That a milestone was reached, by which act. One row ever; it is its announcement."""

    milestone = models.OneToOneField(Milestone, on_delete=models.PROTECT, related_name="reached")
    act_number = models.PositiveBigIntegerField()
    reached_at = models.DateTimeField()
    announced_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.milestone} ({self.act_number})"
