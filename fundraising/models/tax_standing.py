"""What gifts to an organisation give back, which only the organisation itself can know."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from campaigns.models import Organisation
from fundraising.enums import TaxScheme


class TaxStanding(models.Model):
    """That gifts to an organisation reduce the donors' taxes, and by which rule."""

    organisation = models.OneToOneField(
        Organisation,
        on_delete=models.CASCADE,
        related_name="tax_standing",
        verbose_name=_("organisation"),
    )
    scheme = models.CharField(
        _("tax reduction"),
        max_length=7,
        choices=TaxScheme,
        help_text=_(
            "75 %: only for those who give meals, care or lodging to people in difficulty for "
            "nothing, or who stand by victims of domestic violence (CGI, art. 200, 1 ter). Ask "
            "the tax office when in doubt: a wrong promise costs the association a fine."
        ),
    )

    issues_receipts = models.BooleanField(
        _("issues its tax receipts here"),
        default=False,
        help_text=_(
            "Only when neither the payment provider nor anybody else issues them: a gift has one "
            "receipt. The association answers for them; what is written below stands on each."
        ),
    )
    receipts_yearly = models.BooleanField(
        _("one receipt a year for each donor"),
        default=False,
        help_text=_(
            "Over all gifts of a year, issued when you ask for it after its end. Monthly gifts are "
            "always receipted so; without this, other gifts get theirs at once, one by one."
        ),
    )
    address = models.CharField(_("postal address"), max_length=200, blank=True)
    purpose = models.CharField(_("purpose, as in the statutes"), max_length=300, blank=True)
    quality = models.CharField(
        _("kind of organisation"),
        max_length=120,
        blank=True,
        default="Œuvre ou organisme d’intérêt général",
        help_text=_("As on form Cerfa 11580, in French."),
    )
    covers_wealth_tax = models.BooleanField(
        _("gifts reduce the tax on property fortunes too"),
        default=False,
        help_text=_("Only foundations of public utility and the like (CGI, art. 978)."),
    )
    signatory = models.CharField(_("signed by"), max_length=80, blank=True)
    signatory_title = models.CharField(
        _("their function"), max_length=80, blank=True, help_text=_("“treasurer”, in French.")
    )

    panels = [
        FieldPanel("organisation"),
        FieldPanel("scheme"),
        MultiFieldPanel(
            [
                FieldPanel("issues_receipts"),
                FieldPanel("receipts_yearly"),
                FieldPanel("address"),
                FieldPanel("purpose"),
                FieldPanel("quality"),
                FieldPanel("signatory"),
                FieldPanel("signatory_title"),
                FieldPanel("covers_wealth_tax"),
            ],
            heading=_("Tax receipts"),
        ),
    ]

    class Meta:
        ordering: ClassVar[list[str]] = ["organisation__name"]
        verbose_name = _("tax standing")
        verbose_name_plural = _("tax standings")

    def __str__(self) -> str:
        return f"{self.organisation} · {self.get_scheme_display()}"

    @property
    def is_for_need(self) -> bool:
        """Whether the higher rate applies."""
        return self.scheme == TaxScheme.NEED

    def clean(self) -> None:
        """Refuse to issue receipts that lack what the law wants on them."""
        if not self.issues_receipts:
            return
        missing: dict[str, Any] = {
            name: _("It must stand on every receipt.")
            for name in ("address", "purpose", "quality", "signatory", "signatory_title")
            if not getattr(self, name).strip()
        }
        receiver = Organisation.objects.filter(pk=self.organisation_id).first()
        if receiver is not None and not (receiver.siren or receiver.rna):
            missing["issues_receipts"] = _(
                "Write the SIREN or RNA number of the organisation first: it stands on receipts."
            )
        if missing:
            raise ValidationError(missing)

    def as_issuer(self) -> dict[str, Any]:
        """Return what a receipt keeps of the organisation, as it is today."""
        return {
            "name": self.organisation.name,
            "siren": self.organisation.siren,
            "rna": self.organisation.rna,
            "address": self.address,
            "purpose": self.purpose,
            "quality": self.quality,
            "covers_wealth_tax": self.covers_wealth_tax,
            "signatory": self.signatory,
            "signatory_title": self.signatory_title,
        }
