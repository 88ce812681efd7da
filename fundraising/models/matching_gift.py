"""Matching gifts: a sponsor adds to what others give, at a rate, up to a cap, between two days."""

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from campaigns.domain.clauses import Term
from campaigns.enums import ClauseKind
from campaigns.models import Organisation
from fundraising.models.fund import Fund
from fundraising.models.fundraiser import shows_test_gifts

_DERIVED = ("given_cents", "test_given_cents")


class MatchingGiftQuerySet(models.QuerySet):
    """Matching gifts by day."""

    def on(self, day: date) -> "MatchingGiftQuerySet":
        """Keep those that match what is given on a day."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class MatchingGift(models.Model):
    """What a sponsor adds to the gifts for a fund.

    `given_cents` is what the gifts of its days amount to, moved in their own transactions; what it
    adds follows from it, so a refund lowers it and the cap holds whatever happens at once.
    """

    fund = models.ForeignKey(
        Fund, on_delete=models.PROTECT, related_name="matching_gifts", verbose_name=_("fund")
    )
    sponsor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("sponsor")
    )
    rate_percent = models.PositiveSmallIntegerField(
        _("rate in percent"),
        default=100,
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
        help_text=_("100: one euro more for each euro given."),
    )
    cap_cents = models.PositiveBigIntegerField(
        _("at most, in cents"),
        validators=[MinValueValidator(100)],
        help_text=_("500000 is 5,000 €. The most the sponsor adds. No cap, no matching."),
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until, this day included"))
    given_cents = models.PositiveBigIntegerField(default=0, editable=False)
    test_given_cents = models.PositiveBigIntegerField(default=0, editable=False)

    objects = MatchingGiftQuerySet.as_manager()

    panels = [
        FieldPanel("fund"),
        FieldPanel("sponsor"),
        FieldRowPanel([FieldPanel("rate_percent"), FieldPanel("cap_cents")]),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    class Meta:
        ordering: ClassVar[list[str]] = ["-ends_on", "-pk"]
        verbose_name = _("matching gift")
        verbose_name_plural = _("matching gifts")

    def __str__(self) -> str:
        return f"{self.sponsor} → {self.fund}"

    def clean(self) -> None:
        """Refuse days that end before they begin."""
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The period ends before it begins.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write what people set; what gifts amount to is moved by gifts alone."""
        if self.pk and kwargs.get("update_fields") is None and not kwargs.get("force_insert"):
            names = (field.name for field in self._meta.concrete_fields if not field.primary_key)
            kwargs["update_fields"] = [name for name in names if name not in _DERIVED]
        super().save(*args, **kwargs)

    def adds_to(self, given_cents: int) -> int:
        """Return what the sponsor adds to a sum: a share of it, rounded down, within the cap."""
        term = Term(ClauseKind.MATCH, self.rate_percent, cap=self.cap_cents)
        return term.matched(given_cents)

    @property
    def matched_cents(self) -> int:
        """What the sponsor adds, as everybody reads it: test gifts count where it is a demo."""
        test = self.test_given_cents if shows_test_gifts() else 0
        return self.adds_to(self.given_cents + test)

    @property
    def is_reached(self) -> bool:
        """Whether all of it is used up."""
        return self.matched_cents >= self.cap_cents

    @property
    def is_ahead(self) -> bool:
        """Whether its days have not begun."""
        return self.starts_on > timezone.localdate()

    @property
    def is_over(self) -> bool:
        """Whether its days are over."""
        return self.ends_on < timezone.localdate()
