"""Who stands behind a campaign: associations, cooperatives, firms, and who speaks for them."""

import re
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from campaigns.enums import OrganisationKind

SIREN_DIGITS = 9
# Leaves room for a number behind it.
SLUG_LENGTH = 110
_RNA = re.compile(r"W[0-9][0-9AB][0-9]{7}")


def check_siren(number: str) -> None:
    """Raise ValidationError unless `number` is nine digits whose Luhn sum ends in 0.

    Source: INSEE, « Numéro SIREN »: the ninth digit is the check digit (ISO/IEC 7812-1).
    """
    if not re.fullmatch(r"[0-9]{9}", number):
        raise ValidationError(
            _("A SIREN number has nine digits. The first nine of a SIRET number are its SIREN.")
        )
    digits = [int(digit) for digit in number]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    if (sum(digits[0::2]) + sum(doubled)) % 10:
        raise ValidationError(
            _("This SIREN number cannot be right: its last digit does not fit. Check each digit.")
        )


def check_rna(number: str) -> None:
    """Raise ValidationError unless `number` is a W and nine digits.

    Source: Répertoire national des associations; a Corsican department is written 2A or 2B.
    """
    if not _RNA.fullmatch(number):
        raise ValidationError(
            _("An RNA number is a W and nine digits, like W751000001. It stands on the receipt.")
        )


class Organisation(index.Indexed, ClusterableModel):
    """An association, cooperative or firm, named on the campaigns it carries or supports."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True, editable=False)
    kind = models.CharField(
        _("kind"),
        max_length=11,
        choices=OrganisationKind,
        default=OrganisationKind.ASSOCIATION,
    )
    city = models.CharField(_("town"), max_length=80, blank=True)
    siren = models.CharField(
        _("SIREN number"),
        max_length=SIREN_DIGITS,
        blank=True,
        validators=[check_siren],
        help_text=_("Nine digits, without spaces. Firms, cooperatives and most associations."),
    )
    rna = models.CharField(
        _("RNA number"),
        max_length=10,
        blank=True,
        validators=[check_rna],
        help_text=_("A W and nine digits. Associations in France."),
    )
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "media.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )
    representatives = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="campaigns.Representative",
        related_name="organisations",
        verbose_name=_("representatives"),
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("city")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("siren"), FieldPanel("rna")])],
            heading=_("Official numbers"),
        ),
        FieldPanel("website"),
        FieldPanel("logo"),
        InlinePanel(
            "mandates",
            heading=_("Representatives"),
            label=_("representative"),
            help_text=_(
                "They speak for the organisation here. Those of a beneficiary who are in the "
                "group “Beneficiaries” confirm what it received."
            ),
        ),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give each new organisation the address of its page; it outlives a change of name."""
        if not self.slug:
            self.slug = self._free_slug()
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "slug"}
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        word = slugify(self.name)[:SLUG_LENGTH] or "organisation"
        taken = set(
            Organisation.objects.filter(slug__startswith=word).values_list("slug", flat=True)
        )
        names = (word, *(f"{word}-{number}" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    def get_absolute_url(self) -> str:
        """Return the address of its public page."""
        return reverse("partner", args=[self.slug])


class Representative(Orderable):
    """That somebody speaks for an organisation, and as what."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="mandates")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="mandates",
        verbose_name=_("person"),
    )
    title = models.CharField(
        _("function"), max_length=80, help_text=_("“President”, “head of the food bank”.")
    )

    panels = [FieldPanel("user"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "user"], name="one_mandate_a_person")
        ]
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")

    def __str__(self) -> str:
        return f"{self.user.get_full_name() or self.user.get_username()}, {self.title}"
