"""A live programme: announced, on air, then a replay with the answers in it."""

import uuid
from datetime import timedelta
from typing import Any, ClassVar
from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageQuerySet
from wagtail.search import index

from campaigns.blocks import StoryBlock
from campaigns.call_blocks import CallsBlock
from campaigns.domain.show_campaign import campaign_to_show
from campaigns.models import PosterPage
from campaigns.models.poster import unseen_page_columns
from campaigns.panels import TypedInlinePanel
from live.forms import LiveProgrammeForm, SegmentForm
from live.outside import LONGEST_ADDRESS, OutsideSource, is_outside_address, outside_or_none
from live.panels import RundownPanel

LONGEST_MINUTES = 12 * 60
MOST_EUROS = 10_000_000
# Around its hours, a page must say within seconds that it has begun, dropped or ended.
WAKES_BEFORE = timedelta(hours=2)
SLEEPS_AFTER = timedelta(hours=12)
KEPT_AWAKE_S = 2
_ANNOUNCED = ("calendar_uid", "calendar_sequence", "announced_as")


def is_time_zone(name: str) -> None:
    """Refuse a name that the time-zone data base does not know."""
    if name not in available_timezones():
        raise ValidationError(_("This time zone is not known. Write it as Europe/Paris."))


class LiveIndexPage(Page):
    """The list of live programmes: to come, on air, to watch again."""

    intro = models.CharField(_("introduction"), max_length=200, blank=True)
    has_channel = models.BooleanField(
        _("channel between the lives"),
        default=False,
        help_text=_(
            "While nothing is on air, the films below follow each other for ever, and everybody "
            "sees the same second."
        ),
    )

    template = "live/live_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["live.LiveProgrammePage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("has_channel"), InlinePanel("channel_films", label=_("film"))],
            heading=_("Channel of films"),
        ),
    ]

    class Meta:
        verbose_name = _("list of live programmes")
        verbose_name_plural = _("lists of live programmes")


class LiveQuerySet(PageQuerySet):
    def with_film_lengths(self) -> "LiveQuerySet":
        """With `film_length_s`: how long the film of a premiere is; None of what is run live."""
        return self.annotate(film_length_s=models.F("film__video__duration"))

    def for_list(self) -> "LiveQuerySet":
        """With all that cards show, in two queries."""
        return (
            self.with_film_lengths()
            .select_related("poster_picture")
            .prefetch_related("poster_picture__renditions")
            .defer(*unseen_page_columns(), "body", "calls", "search_description", "seo_title")
        )

    def for_reading(self) -> "LiveQuerySet":
        """With all that a programme's own page shows."""
        return self.select_related("poster_picture", "campaign__meter").defer(
            *unseen_page_columns(), *unseen_page_columns("campaign"), "campaign__body"
        )


class LiveProgrammePage(PosterPage):
    """One live programme. Its rundown (`segments`) is the plan; a `Run` is what happened."""

    starts_at = models.DateTimeField(_("starts"))
    planned_minutes = models.PositiveSmallIntegerField(
        _("planned length (minutes)"),
        default=60,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_MINUTES)],
        help_text=_("For the calendar. The rundown says it more exactly, once there is one."),
    )
    time_zone = models.CharField(
        _("time zone of the studio"),
        max_length=64,
        default=settings.TIME_ZONE,
        validators=[is_time_zone],
    )
    is_low_latency = models.BooleanField(
        _("low latency"),
        default=False,
        help_text=_(
            "Viewers see what happens one and a half seconds later instead of three, and need a "
            "good connection for it. Counts for feeds and runs that begin from now on."
        ),
    )
    themes = ParentalManyToManyField(
        "qa.Theme", blank=True, related_name="live_programmes", verbose_name=_("themes")
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="live_programmes",
        verbose_name=_("campaign"),
    )
    donations_goal = models.PositiveIntegerField(
        _("goal of donations (euros)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_EUROS)],
        help_text=_(
            "While it is on air, viewers see what is given meanwhile on collection pages for the "
            "campaign’s causes. With a goal, they see a bar."
        ),
    )
    outside_address = models.CharField(
        _("address of the outside live"),
        max_length=LONGEST_ADDRESS,
        blank=True,
        validators=[is_outside_address],
        help_text=_(
            "Only if the picture comes from elsewhere, in place of feeds of your own. Paste the "
            "address of the page on which one watches it on PeerTube, YouTube or Vimeo, or an HLS "
            "address (https://….m3u8)."
        ),
    )
    film = models.ForeignKey(
        "episodes.EpisodePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("premiere of"),
        help_text=_(
            "The film of this episode begins by itself at the hour above, at the same second for "
            "everybody. As soon as this page is published, and until that hour, nobody can watch "
            "the film anywhere on the site."
        ),
    )
    calls = StreamField(CallsBlock(), verbose_name=_("calls to action"), blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("story and sources"), blank=True)
    # Names the event in calendars for ever; a changed date raises the sequence.
    calendar_uid = models.UUIDField(default=uuid.uuid4, editable=False)
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)
    # Date, length and title as calendars and followers were last told them.
    announced_as = models.JSONField(default=dict, editable=False)

    objects = PageManager.from_queryset(LiveQuerySet)()

    template = "live/live_programme_page.html"
    parent_page_types = ["live.LiveIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    base_form_class = LiveProgrammeForm
    # A copy is another event; what was announced of this one is not true of it.
    exclude_fields_in_copy: ClassVar[list[str]] = [*_ANNOUNCED]

    content_panels = [
        *Page.content_panels,
        FieldPanel("pitch"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("planned_minutes")]),
        FieldPanel("time_zone"),
        FieldPanel("film"),
        FieldPanel("is_low_latency"),
        FieldPanel("themes", widget=CheckboxSelectMultiple),
        FieldPanel("campaign"),
        FieldPanel("donations_goal"),
        MultiFieldPanel([FieldPanel("outside_address")], heading=_("Outside live")),
        FieldPanel("calls"),
        RundownPanel(),
        TypedInlinePanel(
            "segments",
            form=SegmentForm,
            inherit=("rundown",),
            heading=_("Rundown"),
            label=_("segment"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("poster_colour"), FieldPanel("poster_picture")], heading=_("Poster")
        ),
    ]
    search_fields = [*PosterPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("live programme")
        verbose_name_plural = _("live programmes")

    @property
    def outside(self) -> OutsideSource | None:
        """Where the picture comes from if not from feeds of ours."""
        return outside_or_none(self.outside_address)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = super().serve(request, *args, **kwargs)
        if self.starts_at - WAKES_BEFORE < timezone.now() < self.starts_at + SLEEPS_AFTER:
            answer.kept_s = KEPT_AWAKE_S
        return answer

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["campaign"] = campaign_to_show(self.campaign, self.locale_id)
        return context

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what was announced: a draft that was written before does not know of it."""
        row = type(self).objects.filter(pk=self.pk).values(*_ANNOUNCED).first() if self.pk else None
        for name, value in (row or {}).items():
            setattr(self, name, value)
        super().save(*args, **kwargs)
