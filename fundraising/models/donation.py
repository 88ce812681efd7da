"""Gifts, and what providers told of them: references and amounts, never a card or an account."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fundraising.enums import EventKind, GiftState, Visibility
from fundraising.models.fundraiser import LONGEST_NAME, Fundraiser
from fundraising.models.receipt_wish import ReceiptWish
from fundraising.models.recurring_gift import LONGEST_MESSAGE, RecurringGift
from fundraising.models.supporter import Supporter
from fundraising.models.thanks import Thanks
from qa.models.keys import new_key

__all__ = ["LONGEST_MESSAGE", "Donation", "ProviderEvent"]


class Donation(models.Model):
    """One gift to a collection page.

    `key` is our reference at the provider, and the donor's private address. `covered_cents` of the
    amount were added so that the provider's fee takes nothing from the gift. `paid_cents`,
    `refunded_cents` and `state` follow from its events; nothing else writes them. `name` is what
    the page may show, "" for nobody's, unless the page's owner hides it; `message` is for the
    owner alone. `thanks_email` is where somebody who wishes it is thanked: the owner never reads
    it, and it is forgotten with the thanks. `donor`: under whose mailbox it is kept, if any.

    A month of a monthly gift has its `recurring`, and in `instalment_ref` the provider's name of
    what was paid for that month: the account and that name are one gift, ever. `is_repeat`: it is
    not the first month. `receipt_wish`: with whose other gifts of the year it is receipted.
    """

    key = models.CharField(max_length=22, unique=True, default=new_key)
    fundraiser = models.ForeignKey(Fundraiser, on_delete=models.PROTECT, related_name="donations")
    amount_cents = models.PositiveIntegerField(_("amount"))
    covered_cents = models.PositiveIntegerField(default=0)
    currency = models.CharField(max_length=3, default="EUR")
    state = models.CharField(_("state"), max_length=9, choices=GiftState, default=GiftState.PENDING)
    paid_cents = models.PositiveIntegerField(default=0)
    refunded_cents = models.PositiveIntegerField(default=0)
    provider = models.CharField(max_length=20)
    provider_ref = models.CharField(max_length=64, blank=True)
    is_test = models.BooleanField(default=False)
    visibility = models.CharField(max_length=9, choices=Visibility, default=Visibility.ANONYMOUS)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    shows_amount = models.BooleanField(default=True)
    message = models.CharField(_("message"), max_length=LONGEST_MESSAGE, blank=True)
    hides_name = models.BooleanField(default=False)
    thanks_email = models.EmailField(blank=True)
    thanks = models.ForeignKey(Thanks, null=True, on_delete=models.SET_NULL, related_name="gifts")
    donor = models.ForeignKey(Supporter, null=True, on_delete=models.SET_NULL, related_name="gifts")
    recurring = models.ForeignKey(
        RecurringGift, null=True, on_delete=models.PROTECT, related_name="gifts"
    )
    instalment_ref = models.CharField(max_length=64, blank=True)
    is_repeat = models.BooleanField(default=False)
    receipt_wish = models.ForeignKey(
        ReceiptWish, null=True, on_delete=models.PROTECT, related_name="gifts"
    )
    begun_at = models.DateTimeField(default=timezone.now)
    paid_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name = _("gift")
        verbose_name_plural = _("gifts")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["fundraiser", "-paid_at"], name="gifts_of_a_page"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["provider", "instalment_ref"],
                condition=~models.Q(instalment_ref=""),
                name="one_gift_an_instalment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.amount_cents} {self.currency}: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        """Return the donor's private address."""
        return reverse("gift", args=[self.key])

    @property
    def shown_name(self) -> str:
        """The name that everybody reads, if any."""
        return "" if self.hides_name else self.name

    @property
    def net_cents(self) -> int:
        """What is left of it after refunds."""
        return self.paid_cents - self.refunded_cents


class ProviderEvent(models.Model):
    """One telling of a provider. The row is the truth: the same telling again is not kept twice."""

    provider = models.CharField(max_length=20)
    event_id = models.CharField(max_length=64)
    donation = models.ForeignKey(Donation, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=9, choices=EventKind)
    amount_cents = models.PositiveIntegerField()
    refund_ref = models.CharField(max_length=64, blank=True)
    occurred_at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("notification of a provider")
        verbose_name_plural = _("notifications of providers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["provider", "event_id"], name="one_event_a_telling")
        ]

    def __str__(self) -> str:
        return f"{self.provider} {self.event_id}: {self.kind}"
