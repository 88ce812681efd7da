"""What can be collected for, and who receives it."""

from typing import ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel

from campaigns.models import Cause, Organisation
from fundraising.gateways.payments import Gateway, gateway_choices, gateway_named


class FundQuerySet(models.QuerySet):
    """Funds by whether anybody can collect for them."""

    def open(self) -> "FundQuerySet":
        """Keep those for which collection pages can be opened."""
        return self.filter(is_open=True)


class Fund(ClusterableModel):
    """A cause that supporters may collect for, and the association that receives the gifts."""

    cause = models.OneToOneField(
        Cause,
        on_delete=models.PROTECT,
        related_name="fund",
        verbose_name=_("cause"),
        help_text=_("In any language: pages in another one name its translation."),
    )
    beneficiary = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who receives the gifts"),
        help_text=_("The gifts go to it straight from the payment provider, never through us."),
    )
    is_open = models.BooleanField(
        _("open"), default=True, help_text=_("New collection pages can be opened for it.")
    )

    provider = models.CharField(
        _("payment provider"),
        max_length=20,
        blank=True,
        choices=gateway_choices,
        help_text=_("Without one, pages are shown but take no gifts."),
    )
    donation_page = models.URLField(
        _("or only a link: the association’s own donation page"),
        blank=True,
        validators=[URLValidator(["https"])],
        help_text=_(
            "Used while no provider takes gifts. Pages then show no total, since nothing tells us "
            "what is given there; presses on the button are counted."
        ),
    )

    objects = FundQuerySet.as_manager()

    panels = [
        FieldPanel("cause"),
        FieldPanel("beneficiary"),
        FieldPanel("provider"),
        FieldPanel("donation_page"),
        FieldPanel("is_open"),
        InlinePanel("meanings", heading=_("What amounts mean"), label=_("amount"), max_num=6),
    ]

    class Meta:
        ordering: ClassVar[list[str]] = ["cause__name"]
        verbose_name = _("fund")
        verbose_name_plural = _("funds")

    def __str__(self) -> str:
        return f"{self.cause} → {self.beneficiary}"

    @property
    def gateway(self) -> Gateway | None:
        """The provider through which gifts can be made now, if there is one."""
        found = gateway_named(self.provider)
        return found if found is not None and found.is_on() else None

    @property
    def offers_monthly(self) -> bool:
        """Whether one can give each month now."""
        gateway = self.gateway
        return gateway is not None and gateway.offers_monthly

    def cause_here(self) -> Cause:
        """Return its cause in the active language, or as it is."""
        if self.cause.locale.language_code == get_language():
            return self.cause
        twins = Cause.objects.filter(translation_key=self.cause.translation_key)
        return twins.filter(locale__language_code=get_language()).first() or self.cause
