"""An episode: one film, its excuse and rebuttal, who made it, what it rests on."""

from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index
from wagtailmedia.edit_handlers import MediaChooserPanel

from campaigns.blocks import StoryBlock
from campaigns.call_blocks import CallsBlock
from campaigns.domain.show_campaign import campaign_to_show
from campaigns.models import PosterPage, PosterQuerySet
from campaigns.models.poster import unseen_page_columns
from campaigns.panels import ContentCheckPanel
from media.readable import readable
from qa.models import Theme


class EpisodeQuerySet(PosterQuerySet):
    def for_cards(self) -> "EpisodeQuerySet":
        """Public episodes with what a card shows, the newest first, in a few queries."""
        return readable(self).for_list().defer("excuse", "rebuttal", "calls")

    def for_reading(self) -> "EpisodeQuerySet":
        """With all that an episode's own page shows, in a few queries."""
        return (
            self.with_film()
            .select_related("campaign__meter")
            .defer(*unseen_page_columns("campaign"), "campaign__body")
            .prefetch_related("video__text_tracks", "video__chapters")
        )


class EpisodePage(PosterPage):
    """One episode of a programme."""

    number = models.PositiveIntegerField(
        _("number"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    video = models.ForeignKey(
        "media.Video",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("film"),
    )
    excuse = models.CharField(
        _("excuse"), max_length=120, blank=True, help_text=_("“I have no change on me.”")
    )
    rebuttal = models.CharField(
        _("rebuttal"), max_length=300, blank=True, help_text=_("What we answer, kindly.")
    )
    themes = ParentalManyToManyField(
        "qa.Theme", blank=True, related_name="episodes", verbose_name=_("themes")
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="episodes",
        verbose_name=_("campaign"),
    )
    calls = StreamField(
        CallsBlock(),
        verbose_name=_("calls to action"),
        blank=True,
        help_text=_(
            "What is asked for under this film, and when. Without any: what its campaign asks for."
        ),
    )
    body = StreamField(StoryBlock(), verbose_name=_("story and sources"), blank=True)

    objects = PageManager.from_queryset(EpisodeQuerySet)()

    template = "episodes/episode_page.html"
    parent_page_types = ["episodes.ProgrammePage"]
    subpage_types: ClassVar[list[str]] = []

    content_panels = [
        ContentCheckPanel(),
        *Page.content_panels,
        FieldPanel("number"),
        FieldPanel("pitch"),
        MediaChooserPanel("video"),
        MultiFieldPanel([FieldPanel("excuse"), FieldPanel("rebuttal")], heading=_("Excuse")),
        FieldPanel("themes", widget=CheckboxSelectMultiple),
        FieldPanel("campaign"),
        FieldPanel("calls"),
        InlinePanel("credits", heading=_("Credits"), label=_("credit")),
        InlinePanel(
            "quotes",
            heading=_("Lines to pass on"),
            label=_("line"),
            help_text=_(
                "Each gets a page and a card that networks show. Of the film, never of viewers."
            ),
            max_num=6,
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("poster_colour"), FieldPanel("poster_picture")], heading=_("Poster")
        ),
    ]
    search_fields = [
        *PosterPage.search_fields,
        index.SearchField("excuse"),
        index.SearchField("rebuttal"),
        index.SearchField("body"),
        index.RelatedFields("video", [index.SearchField("description")]),
    ]

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["programme"] = self.get_parent()
        context["campaign"] = campaign_to_show(self.campaign, self.locale_id)
        context["themes"] = self.localized_themes()
        return context

    def localized_themes(self) -> list[Theme]:
        """Return the themes in this page’s language; a translated page keeps its source’s."""
        themes = list(self.themes.all())
        if all(theme.locale_id == self.locale_id for theme in themes):
            return themes
        keys = [theme.translation_key for theme in themes]
        return list(Theme.objects.filter(translation_key__in=keys, locale=self.locale_id))


class Credit(Orderable):
    """Who did what."""

    episode = ParentalKey(EpisodePage, on_delete=models.CASCADE, related_name="credits")
    role = models.CharField(_("role"), max_length=60)
    name = models.CharField(_("name"), max_length=120)

    panels = [FieldPanel("role"), FieldPanel("name")]

    class Meta(Orderable.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")

    def __str__(self) -> str:
        return f"{self.role} : {self.name}"
