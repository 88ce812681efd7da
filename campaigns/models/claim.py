"""What organisations say of themselves, who contests it, and what was decided: for ever."""

import secrets
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from campaigns.enums import ClaimState, ContestationState, RulingKind
from campaigns.models.organisation import Organisation
from campaigns.models.pledge import Pledge


def new_contestation_key() -> str:
    """Return a name for a private page that nobody guesses (128 bits)."""
    return secrets.token_urlsafe(16)


class Claim(models.Model):
    """A statement of an organisation. It lacks a proof until a moderator accepts one."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="claims",
        verbose_name=_("organisation"),
    )
    statement = models.CharField(
        _("statement"), max_length=240, help_text=_("In its own words, without quotation marks.")
    )
    made_on = models.DateField(_("said on"))
    proof_url = models.URLField(_("address of the proof"), blank=True)
    proof = models.ForeignKey(
        "wagtaildocs.Document",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("proof as a document"),
    )
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=ClaimState,
        default=ClaimState.NO_PROOF,
        editable=False,
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_on", "-pk"]
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        permissions = (("rule_claim", "Can decide about proofs and contestations"),)

    def __str__(self) -> str:
        return self.statement

    @property
    def is_proven(self) -> bool:
        return self.state == ClaimState.PROVEN

    @property
    def evidence(self) -> str:
        """Where its proof is read, if there is one."""
        return self.proof.url if self.proof else self.proof_url


class Contestation(models.Model):
    """Somebody's reasons against a claim, or against what is said of a pledge's delivery.

    The key is the filer's private address. It is made when the form is shown, so a form that is
    sent twice makes one row.
    """

    key = models.CharField(max_length=22, unique=True, default=new_contestation_key)
    claim = models.ForeignKey(
        Claim, null=True, on_delete=models.PROTECT, related_name="contestations"
    )
    pledge = models.ForeignKey(
        Pledge, null=True, on_delete=models.PROTECT, related_name="contestations"
    )
    reason = models.TextField(_("reason"))
    source_url = models.URLField(_("source"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(max_length=10, default="fr")
    filed_at = models.DateTimeField(_("filed"), auto_now_add=True)
    state = models.CharField(
        _("state"),
        max_length=9,
        choices=ContestationState,
        default=ContestationState.WAITING,
    )
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(null=True)
    # As it was on that day: people change functions, answers stay.
    answered_by = models.CharField(max_length=200, blank=True)
    answered_for = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["filed_at", "pk"]
        verbose_name = _("contestation")
        verbose_name_plural = _("contestations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(claim=None, pledge__isnull=False)
                | models.Q(claim__isnull=False, pledge=None),
                name="contestation_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return Truncator(self.reason).chars(80)

    def get_absolute_url(self) -> str:
        """Return the filer's private address."""
        return reverse("contestation", args=[self.key])

    @property
    def subject(self) -> str:
        """What is contested, in one line."""
        return str(self.claim or self.pledge)

    @property
    def is_published(self) -> bool:
        return self.state == ContestationState.PUBLISHED

    @property
    def is_rejected(self) -> bool:
        return self.state == ContestationState.REJECTED


class RulingIsForEver(Exception):
    """A decision was to be changed or deleted."""


class Ruling(models.Model):
    """A decision about a claim's proof or a contestation: who, what, why. Never changed."""

    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="rulings")
    contestation = models.ForeignKey(
        Contestation, null=True, on_delete=models.PROTECT, related_name="rulings"
    )
    kind = models.CharField(_("decision"), max_length=9, choices=RulingKind)
    reason = models.TextField(_("reason"), blank=True)
    ruled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    ruled_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise RulingIsForEver
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise RulingIsForEver
