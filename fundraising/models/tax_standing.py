"""What gifts to an organisation give back, which only the organisation itself can know."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

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

    panels = [FieldPanel("organisation"), FieldPanel("scheme")]

    class Meta:
        ordering: ClassVar[list[str]] = ["organisation__name"]
        verbose_name = _("tax standing")
        verbose_name_plural = _("tax standings")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_scheme_display()}"

    @property
    def is_for_need(self) -> bool:
        """Whether the higher rate applies."""
        return self.scheme == TaxScheme.NEED
