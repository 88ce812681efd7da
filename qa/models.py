"""Themes: what people debate."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from campaigns.enums import PosterColour


class Theme(TranslatableMixin, index.Indexed, models.Model):
    """A subject with its large question. Episodes are filed under themes."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(_("address"), max_length=60)
    question = models.CharField(
        _("question"), max_length=160, help_text=_("The debate in one sentence, with its “?”.")
    )
    colour = models.CharField(
        _("colour"), max_length=10, choices=PosterColour, default=PosterColour.SUN
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("question"),
        FieldPanel("colour"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("question"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            models.UniqueConstraint(fields=["slug", "locale"], name="one_theme_per_slug")
        ]

    def __str__(self) -> str:
        return self.name
