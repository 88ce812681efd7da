"""Themes: what people debate."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from campaigns.enums import PosterColour
from campaigns.models import CampaignPage
from qa.enums import Moderation, Naming


class Theme(TranslatableMixin, index.Indexed, models.Model):
    """A subject with its large question. Episodes are filed under themes, viewers ask about them.

    Questions are taken and voted on from `opens_at` (none: at once) until `closes_at` (none: for
    ever). `turned_at`: when others of its questions last got their turn to be read first.
    """

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(_("address"), max_length=60)
    question = models.CharField(
        _("question"), max_length=160, help_text=_("The debate in one sentence, with its “?”.")
    )
    colour = models.CharField(
        _("colour"), max_length=10, choices=PosterColour, default=PosterColour.SUN
    )
    takes_questions = models.BooleanField(_("takes questions"), default=True)
    opens_at = models.DateTimeField(_("questions from"), null=True, blank=True)
    closes_at = models.DateTimeField(_("questions until"), null=True, blank=True)
    moderation = models.CharField(
        _("your team reads questions"),
        max_length=6,
        choices=Moderation,
        default=Moderation.BEFORE,
        help_text=_(
            "Before: nothing is shown unread, and you answer in law for what you let through, like "
            "an editor. After: questions are shown at once, and you answer for what you leave "
            "there once somebody told you of it (article 6 of the French law on trust in the "
            "digital economy). What the filter holds always waits."
        ),
    )
    naming = models.CharField(
        _("those who ask give"), max_length=9, choices=Naming, default=Naming.IF_WISHED
    )
    campaigns = models.ManyToManyField(
        CampaignPage,
        blank=True,
        related_name="themes",
        verbose_name=_("campaigns"),
        help_text=_("Their pages lead to this debate."),
    )
    shows_votes = models.BooleanField(
        _("shows the number of votes"),
        default=True,
        help_text=_("Hidden numbers make people vote for what they want, not for the leader."),
    )
    turned_at = models.DateTimeField(null=True, editable=False)

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("question"),
        FieldPanel("colour"),
        FieldPanel("campaigns", widget=CheckboxSelectMultiple),
        MultiFieldPanel(
            [
                FieldPanel("takes_questions"),
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldPanel("moderation"),
                FieldPanel("naming"),
                FieldPanel("shows_votes"),
            ],
            heading=_("Questions"),
        ),
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

    def clean(self) -> None:
        """Refuse a theme that closes before it opens."""
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("This must be after the opening.")})

    def is_open(self, now: datetime | None = None) -> bool:
        """Say whether questions and votes are taken at `now`."""
        now = now or timezone.now()
        return (
            self.takes_questions
            and (self.opens_at is None or self.opens_at <= now)
            and (self.closes_at is None or now < self.closes_at)
        )
