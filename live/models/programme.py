"""A live programme: announced, on air, then a replay with the answers in it."""

import uuid
from typing import ClassVar
from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from campaigns.blocks import StoryBlock
from campaigns.call_blocks import CallsBlock
from campaigns.models import PosterPage

LONGEST_MINUTES = 12 * 60


def is_time_zone(name: str) -> None:
    """Refuse a name that the time-zone data base does not know."""
    if name not in available_timezones():
        raise ValidationError(_("This time zone is not known. Write it as Europe/Paris."))


class LiveIndexPage(Page):
    """The list of live programmes: to come, on air, to watch again."""

    intro = models.CharField(_("introduction"), max_length=200, blank=True)

    template = "live/live_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["live.LiveProgrammePage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("list of live programmes")
        verbose_name_plural = _("lists of live programmes")


class LiveProgrammePage(PosterPage):
    """One live programme. Its rundown (`segments`) is the plan; a `Run` is what happened."""

    starts_at = models.DateTimeField(_("starts"))
    planned_minutes = models.PositiveSmallIntegerField(
        _("planned length (minutes)"),
        default=60,
        help_text=_("For the calendar. The rundown says it more exactly, once there is one."),
    )
    time_zone = models.CharField(
        _("time zone of the studio"),
        max_length=64,
        default=settings.TIME_ZONE,
        validators=[is_time_zone],
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
    calls = StreamField(CallsBlock(), verbose_name=_("calls to action"), blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("story and sources"), blank=True)
    # Names the event in calendars for ever; a changed date raises the sequence.
    calendar_uid = models.UUIDField(default=uuid.uuid4, editable=False)
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)

    template = "live/live_programme_page.html"
    parent_page_types = ["live.LiveIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    content_panels = [
        *Page.content_panels,
        FieldPanel("pitch"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("planned_minutes")]),
        FieldPanel("time_zone"),
        FieldPanel("themes", widget=CheckboxSelectMultiple),
        FieldPanel("campaign"),
        FieldPanel("calls"),
        InlinePanel("segments", heading=_("Rundown"), label=_("segment")),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("poster_colour"), FieldPanel("poster_picture")], heading=_("Poster")
        ),
    ]
    search_fields = [*PosterPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("live programme")
        verbose_name_plural = _("live programmes")
