"""What every page of Potager has in common: a poster."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageQuerySet
from wagtail.search import index

from campaigns.enums import PosterColour, TakesComments

# What only editors and the encoder read: most of what a viewer's query would carry.
_OF_A_PAGE = (
    "draft_title",
    "expire_at",
    "expired",
    "go_live_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "owner",
    "show_in_menus",
)
_OF_A_FILM = (
    "collection",
    "created_at",
    "current__created_at",
    "current__facts",
    "current__failure_code",
    "current__finished_at",
    "current__plan",
    "current__report",
    "current__source_name",
    "sha256",
    "size_bytes",
    "uploaded_by_user",
)


def unseen_page_columns(relation: str = "") -> list[str]:
    """Return the columns of a page, or of the page behind `relation`, that viewers never see."""
    return [f"{relation}__{name}" if relation else name for name in _OF_A_PAGE]


class PosterQuerySet(PageQuerySet):
    def with_film(self) -> "PosterQuerySet":
        """With film and picture in the same query, without the columns viewers never see."""
        return self.select_related("video__current", "poster_picture").defer(
            *unseen_page_columns(), *(f"video__{name}" for name in _OF_A_FILM)
        )

    def for_list(self) -> "PosterQuerySet":
        """With all that cards show, the newest first."""
        return (
            self.with_film()
            .defer("body", "search_description", "seo_title")
            .prefetch_related("poster_picture__renditions")
            .order_by("-first_published_at", "-pk")
        )


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

    takes_comments = models.CharField(
        _("takes comments"),
        max_length=6,
        choices=TakesComments,
        default=TakesComments.AS_SITE,
        blank=True,
        help_text=_("What was said stays to be read when comments close."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("pitch"),
        MultiFieldPanel(
            [FieldPanel("poster_colour"), FieldPanel("poster_picture")], heading=_("Poster")
        ),
    ]
    settings_panels = [*Page.settings_panels, FieldPanel("takes_comments")]
    search_fields = [*Page.search_fields, index.SearchField("pitch")]

    class Meta:
        abstract = True
