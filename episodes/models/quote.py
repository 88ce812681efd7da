"""Lines of a film to pass on, chosen by its editors."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from episodes.models.episode import EpisodePage
from media.timecode import parse_timecode

LONGEST_LINE = 140


def check_timecode(text: str) -> None:
    """Refuse what is no time of a film."""
    try:
        parse_timecode(text)
    except ValueError as error:
        raise ValidationError(_("Write minutes and seconds, such as 1:20.")) from error


class Quote(Orderable):
    """One line of an episode, with a page and a card of its own: the film’s, never a viewer’s."""

    episode = ParentalKey(EpisodePage, on_delete=models.CASCADE, related_name="quotes")
    words = models.CharField(_("line"), max_length=LONGEST_LINE)
    said_by = models.CharField(_("who says it"), max_length=60, blank=True)
    second = models.CharField(
        _("when"),
        max_length=8,
        blank=True,
        validators=[check_timecode],
        help_text=_("Minutes and seconds of the film, such as 1:20."),
    )

    panels = [FieldPanel("words"), FieldPanel("said_by"), FieldPanel("second")]

    class Meta(Orderable.Meta):
        verbose_name = _("line to pass on")
        verbose_name_plural = _("lines to pass on")

    def __str__(self) -> str:
        return self.words

    @property
    def starts_at_s(self) -> int:
        """The second at which it is said; 0 where the editor names none."""
        return parse_timecode(self.second) if self.second else 0

    def get_absolute_url(self) -> str:
        """Return the address of its page, in the active language."""
        return reverse("quote", args=[self.pk])
