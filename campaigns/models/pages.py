"""Campaign pages: a film, a promise in one line, and what to do about it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager, PageQuerySet
from wagtail.search import index
from wagtailmedia.edit_handlers import MediaChooserPanel

from audience.models import Meter
from campaigns.blocks import StoryBlock
from campaigns.call_blocks import CallsBlock
from campaigns.models.cause import Cause
from campaigns.models.organisation import Organisation
from campaigns.models.poster import PosterPage, PosterQuerySet
from campaigns.panels import ContentCheckPanel
from media.readable import readable


class CampaignIndexPage(Page):
    """The list of all campaigns."""

    intro = models.CharField(_("introduction"), max_length=200, blank=True)

    template = "campaigns/campaign_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CampaignPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("list of campaigns")
        verbose_name_plural = _("lists of campaigns")

    def campaigns(self) -> PageQuerySet:
        """Return the public campaigns below this page, the newest first."""
        return readable(CampaignPage.objects.child_of(self)).for_list().select_related("sponsor")


class CampaignQuerySet(PosterQuerySet):
    def for_list(self) -> "CampaignQuerySet":
        """With all that cards show, the newest first."""
        return super().for_list().defer("calls")

    def for_reading(self) -> "CampaignQuerySet":
        """With all that a campaign's own page shows, in a few queries."""
        return (
            self.with_film()
            .select_related("sponsor", "beneficiary", "meter")
            .prefetch_related("video__text_tracks", "video__chapters")
        )


class CampaignPage(PosterPage):
    """One campaign: its sentence (the title), its film, its promise."""

    kicker = models.CharField(
        _("line above the title"), max_length=80, blank=True, help_text=_("“Campaign no. 7”")
    )
    promise = models.CharField(
        _("promise"),
        max_length=160,
        blank=True,
        help_text=_("The rule in one line: “1 view = 2 kg of vegetables”."),
    )
    sponsor = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="campaigns",
        verbose_name=_("sponsor"),
    )
    beneficiary = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="benefits",
        verbose_name=_("beneficiary"),
    )
    video = models.ForeignKey(
        "media.Video",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("film"),
    )
    meter = models.ForeignKey(
        Meter, null=True, editable=False, on_delete=models.PROTECT, related_name="campaign_pages"
    )
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    give_url = models.URLField(
        _("where to give"),
        blank=True,
        help_text=_("The association's own donation page. Money never passes through this site."),
    )
    calls = StreamField(
        CallsBlock(),
        verbose_name=_("calls to action"),
        blank=True,
        help_text=_(
            "What is asked for under the film, and when; its episodes ask the same unless they have"
            " calls of their own. Without any: share once the view counts, act and give at the end."
        ),
    )
    causes = ParentalManyToManyField(
        Cause, blank=True, related_name="campaigns", verbose_name=_("causes")
    )
    body = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)

    objects = PageManager.from_queryset(CampaignQuerySet)()

    # A copy is a campaign of its own; a translation finds its source's meter again.
    exclude_fields_in_copy: ClassVar[list[str]] = ["meter"]
    template = "campaigns/campaign_page.html"
    parent_page_types = ["campaigns.CampaignIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    content_panels = [
        ContentCheckPanel(),
        FieldPanel("kicker"),
        *PosterPage.content_panels,
        MediaChooserPanel("video"),
        MultiFieldPanel(
            [
                FieldPanel("promise"),
                FieldRowPanel([FieldPanel("sponsor"), FieldPanel("beneficiary")]),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("give_url"),
            ],
            heading=_("Promise"),
        ),
        FieldPanel("calls"),
        FieldPanel("causes", widget=CheckboxSelectMultiple),
        InlinePanel("links", heading=_("Links"), label=_("link"), max_num=6),
        FieldPanel("body"),
    ]
    search_fields = [
        *PosterPage.search_fields,
        index.SearchField("promise"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give each new campaign its meter, the same in all its languages."""
        if self.meter is None:
            others = CampaignPage.objects.filter(translation_key=self.translation_key)
            twin = others.exclude(meter=None).select_related("meter").first()
            self.meter = twin.meter if twin else Meter.objects.create(name=self.title)
        super().save(*args, **kwargs)

    def causes_here(self) -> list[Cause]:
        """Return the causes in this page's language; a translated page keeps its source's."""
        causes = list(self.causes.all())
        if all(cause.locale_id == self.locale_id for cause in causes):
            return causes
        keys = [cause.translation_key for cause in causes]
        return list(Cause.objects.filter(translation_key__in=keys, locale_id=self.locale_id))

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("A campaign cannot end before it starts.")})


class CampaignLink(Orderable):
    """A further address of a campaign: press kit, partner's page."""

    campaign = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(_("label"), max_length=60)
    address = models.URLField(_("address"))

    panels = [FieldPanel("label"), FieldPanel("address")]
