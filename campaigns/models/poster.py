"""What every page of Potager has in common: a poster."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from campaigns.enums import PosterColour


class PosterPage(Page):
    """A page with a loud colour, a picture and a sentence under its title."""

    pitch = models.CharField(
        _("pitch"),
        max_length=200,
        blank=True,
        help_text=_("One sentence a child could repeat. It stands under the title."),
    )
    poster_colour = models.CharField(
        _("poster colour"), max_length=10, choices=PosterColour, default=PosterColour.CARROT
    )
    poster_picture = models.ForeignKey(
        "media.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("poster picture"),
        help_text=_("16:9, at least 1280 px wide. Without one, the film's own poster is used."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("pitch"),
        MultiFieldPanel(
            [FieldPanel("poster_colour"), FieldPanel("poster_picture")], heading=_("Poster")
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("pitch")]

    class Meta:
        abstract = True
