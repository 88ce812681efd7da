"""A programme is a series: what its episodes have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageQuerySet
from wagtail.search import index

from campaigns.blocks import StoryBlock
from campaigns.models import PosterPage
from media.readable import readable


class ProgrammeIndexPage(Page):
    """The list of all programmes."""

    intro = models.CharField(_("introduction"), max_length=200, blank=True)

    template = "episodes/programme_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["episodes.ProgrammePage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("list of programmes")
        verbose_name_plural = _("lists of programmes")

    def programmes(self) -> PageQuerySet:
        """Return the public programmes, the newest first."""
        return (
            readable(ProgrammePage.objects.child_of(self))
            .select_related("poster_picture")
            .prefetch_related("poster_picture__renditions")
            .order_by("-first_published_at", "-pk")
        )


class ProgrammePage(PosterPage):
    """One series, with its episodes below it in the page tree."""

    body = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)

    template = "episodes/programme_page.html"
    parent_page_types = ["episodes.ProgrammeIndexPage"]
    subpage_types = ["episodes.EpisodePage"]
    content_panels = [*PosterPage.content_panels, FieldPanel("body")]
    search_fields = [*PosterPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
