"""What can be collected for, and who receives it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from campaigns.models import Cause, Organisation


class FundQuerySet(models.QuerySet):
    """Funds by whether anybody can collect for them."""

    def open(self) -> "FundQuerySet":
        """Keep those for which collection pages can be opened."""
        return self.filter(is_open=True)


class Fund(models.Model):
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

    objects = FundQuerySet.as_manager()

    panels = [FieldPanel("cause"), FieldPanel("beneficiary"), FieldPanel("is_open")]

    class Meta:
        ordering: ClassVar[list[str]] = ["cause__name"]
        verbose_name = _("fund")
        verbose_name_plural = _("funds")

    def __str__(self) -> str:
        return f"{self.cause} → {self.beneficiary}"

    def cause_here(self) -> Cause:
        """Return its cause in the active language, or as it is."""
        if self.cause.locale.language_code == get_language():
            return self.cause
        twins = Cause.objects.filter(translation_key=self.cause.translation_key)
        return twins.filter(locale__language_code=get_language()).first() or self.cause
