"""Monthly gifts: the standing order at the provider, and what it told of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fundraising.enums import MonthlyEventKind, MonthlyState, Visibility
from fundraising.models.fundraiser import LONGEST_NAME, Fundraiser
from fundraising.models.receipt_wish import ReceiptWish
from fundraising.models.supporter import Supporter
from qa.models.keys import new_key

LONGEST_MESSAGE = 300


class RecurringGift(models.Model):
    """A gift that comes back each month until its donor stops it. The provider owns the order.

    `key` is our reference at the provider, and the donor's private address. Each paid month is a
    `Donation` of its own. `state`, `started_at` and `ended_at` follow from what was told of the
    order and of its months; nothing else writes them. `email` is where the donor is told of its
    beginning, of a month that failed and of its end; `message` and `thanks_email` go with the
    first month alone. `stop_asked_at`: when the provider was asked to end it.
    """

    key = models.CharField(max_length=22, unique=True, default=new_key)
    fundraiser = models.ForeignKey(
        Fundraiser, on_delete=models.PROTECT, related_name="monthly_gifts"
    )
    amount_cents = models.PositiveIntegerField(_("amount"))
    covered_cents = models.PositiveIntegerField(default=0)
    currency = models.CharField(max_length=3, default="EUR")
    state = models.CharField(
        _("state"), max_length=8, choices=MonthlyState, default=MonthlyState.PENDING
    )
    provider = models.CharField(max_length=20)
    provider_ref = models.CharField(max_length=64, blank=True)
    is_test = models.BooleanField(default=False)
    visibility = models.CharField(max_length=9, choices=Visibility, default=Visibility.ANONYMOUS)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    shows_amount = models.BooleanField(default=True)
    message = models.CharField(_("message"), max_length=LONGEST_MESSAGE, blank=True)
    thanks_email = models.EmailField(blank=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    donor = models.ForeignKey(
        Supporter, null=True, on_delete=models.SET_NULL, related_name="monthly_gifts"
    )
    receipt_wish = models.ForeignKey(
        ReceiptWish, null=True, on_delete=models.PROTECT, related_name="monthly_gifts"
    )
    begun_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    stop_asked_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name = _("monthly gift")
        verbose_name_plural = _("monthly gifts")

    def __str__(self) -> str:
        return f"{self.amount_cents} {self.currency} a month: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        """Return the donor's private address."""
        return reverse("monthly_gift", args=[self.key])

    @property
    def goes_on(self) -> bool:
        """Whether another month may come."""
        return self.state in (MonthlyState.ACTIVE, MonthlyState.PAST_DUE)

    @property
    def is_stopping(self) -> bool:
        """Whether its end was asked for and the provider has not told of it yet."""
        return self.goes_on and self.stop_asked_at is not None


class RecurringEvent(models.Model):
    """One telling of a provider about a standing order, kept once."""

    provider = models.CharField(max_length=20)
    event_id = models.CharField(max_length=64)
    recurring = models.ForeignKey(RecurringGift, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=9, choices=MonthlyEventKind)
    occurred_at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("notification of a monthly gift")
        verbose_name_plural = _("notifications of monthly gifts")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["provider", "event_id"], name="one_order_event_a_telling"
            )
        ]

    def __str__(self) -> str:
        return f"{self.provider} {self.event_id}: {self.kind}"
