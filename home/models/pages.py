"""The front page and plain pages."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager, PageQuerySet
from wagtail.search import index

from campaigns.blocks import FrontBlock, StoryBlock
from campaigns.domain.show_campaign import campaign_to_show
from campaigns.models import CampaignPage
from episodes.domain.list_episodes import newest_episodes, with_programmes
from episodes.models import EpisodePage
from qa.models import Theme

MOST_THEMES = 6


def usual_body() -> list[tuple[str, dict[str, Any]]]:
    """Return what a front page shows below its programme until the team says otherwise."""
    return [("acts", {"title": "", "spans": [], "acts": []})]


class HomeQuerySet(PageQuerySet):
    def for_reading(self) -> "HomeQuerySet":
        """With all that the poster of the moment shows, in one query."""
        return self.select_related(
            "locale",
            "campaign__video__current",
            "campaign__poster_picture",
            "campaign__sponsor",
            "campaign__meter",
        )


class HomePage(Page):
    """The poster of the moment, and this week's programme."""

    campaign = models.ForeignKey(
        CampaignPage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("campaign of the moment"),
    )

    body = StreamField(
        FrontBlock(),
        verbose_name=_("below the programme"),
        blank=True,
        default=usual_body,
        help_text=_("In this order. Left empty, nothing stands there."),
    )

    objects = PageManager.from_queryset(HomeQuerySet)()

    template = "home/home_page.html"
    max_count_per_parent = 1
    parent_page_types = ["wagtailcore.Page"]

    content_panels = [
        *Page.content_panels,
        PageChooserPanel("campaign"),
        InlinePanel(
            "programme",
            heading=_("This week's programme"),
            label=_("episode"),
            max_num=6,
            help_text=_("In this order. Left empty, the three newest episodes are shown."),
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["campaign"] = campaign_to_show(self.campaign, self.locale_id)
        context["episodes"] = self.episodes()
        context["themes"] = Theme.objects.filter(locale=self.locale)[:MOST_THEMES]
        return context

    def episodes(self) -> list[EpisodePage]:
        """Return this week's programme: what the editors chose, else the three newest."""
        chosen = [entry.episode_id for entry in self.programme.all()]
        if not chosen:
            return newest_episodes(self.locale, 3)
        found = EpisodePage.objects.for_cards().filter(pk__in=chosen)
        return with_programmes(sorted(found, key=lambda episode: chosen.index(episode.pk)))


class ProgrammeEntry(Orderable):
    """One episode of this week's programme."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="programme")
    episode = models.ForeignKey(
        EpisodePage, on_delete=models.CASCADE, related_name="+", verbose_name=_("episode")
    )

    panels = [PageChooserPanel("episode")]


class PlainPage(Page):
    """A page of text: legal notice, about us, how to take part."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)

    template = "home/plain_page.html"
    parent_page_types = ["home.HomePage", "home.PlainPage"]
    subpage_types = ["home.PlainPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
