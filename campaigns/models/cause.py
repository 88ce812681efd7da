"""Causes: what campaigns are for."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from campaigns.enums import PosterColour


class Cause(TranslatableMixin, index.Indexed, models.Model):
    """What several campaigns serve together, in one sentence."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(_("address"), max_length=60)
    summary = models.CharField(
        _("summary"), max_length=160, help_text=_("The cause in one sentence.")
    )
    text = models.TextField(
        _("text"), blank=True, help_text=_("An empty line starts a new paragraph.")
    )
    colour = models.CharField(
        _("colour"), max_length=10, choices=PosterColour, default=PosterColour.LEEK
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("summary"),
        FieldPanel("text"),
        FieldPanel("colour"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("summary"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("cause")
        verbose_name_plural = _("causes")
        constraints = [
            models.UniqueConstraint(fields=["slug", "locale"], name="one_cause_per_slug")
        ]

    def __str__(self) -> str:
        return self.name
