"""The rundown: what is planned, part by part, with its guests."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable

from live.enums import Continent, SegmentKind
from live.models.keys import new_public_key
from live.models.programme import LiveProgrammePage, is_time_zone

LONGEST_S = 6 * 3600


class Segment(Orderable):
    """One part of the rundown.

    A soft start follows from the parts before; a hard one (`hard_start_at`) is kept whatever
    happens. `key` is how other rows and a copied page find it: its number changes with each draft.
    """

    page = ParentalKey(LiveProgrammePage, on_delete=models.CASCADE, related_name="segments")
    key = models.CharField(max_length=16, default=new_public_key, editable=False, db_index=True)
    kind = models.CharField(
        _("kind"), max_length=10, choices=SegmentKind, default=SegmentKind.STUDIO
    )
    title = models.CharField(_("title"), max_length=120)
    planned_s = models.PositiveIntegerField(
        _("planned length"),
        default=300,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_S)],
    )
    hard_start_at = models.DateTimeField(
        _("starts exactly at"),
        null=True,
        blank=True,
        help_text=_("Empty: as soon as the part before is over."),
    )
    theme = models.ForeignKey(
        "qa.Theme",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("theme"),
    )
    feed = models.ForeignKey(
        "live.Feed",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("feed"),
    )
    guests = models.CharField(_("guests"), max_length=250, blank=True)
    place = models.CharField(_("town or place"), max_length=80, blank=True)
    country = models.CharField(_("country"), max_length=60, blank=True)
    continent = models.CharField(_("continent"), max_length=10, choices=Continent, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, blank=True, validators=[is_time_zone]
    )
    hides_place = models.BooleanField(
        _("hide the place"), default=False, help_text=_("For guests who must not be found.")
    )
    fallback_key = models.CharField(
        _("if the link drops"),
        max_length=16,
        blank=True,
        help_text=_("The part to go on with instead."),
    )
    notes = models.TextField(_("notes"), blank=True, help_text=_("Only the team sees them."))
    prompter = models.TextField(_("prompter text"), blank=True)

    panels = [
        FieldPanel("carried_key"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("title")]),
        FieldRowPanel([FieldPanel("planned_s"), FieldPanel("hard_start_at")]),
        FieldRowPanel([FieldPanel("theme"), FieldPanel("feed")]),
        FieldPanel("guests"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("place"), FieldPanel("country")]),
                FieldRowPanel([FieldPanel("continent"), FieldPanel("time_zone")]),
                FieldPanel("hides_place"),
            ],
            heading=_("Where"),
        ),
        FieldPanel("fallback_key"),
        FieldPanel("notes"),
        FieldPanel("prompter"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("segment")
        verbose_name_plural = _("segments")

    def __str__(self) -> str:
        return self.title
