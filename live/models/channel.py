"""The channel: films that follow each other for ever, between two live programmes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable


class ChannelFilm(Orderable):
    """One film of the channel, in its order. The same film may come twice."""

    page = ParentalKey("live.LiveIndexPage", on_delete=models.CASCADE, related_name="channel_films")
    episode = models.ForeignKey(
        "episodes.EpisodePage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("episode"),
    )

    panels = [PageChooserPanel("episode")]

    class Meta(Orderable.Meta):
        verbose_name = _("film of the channel")
        verbose_name_plural = _("films of the channel")

    def __str__(self) -> str:
        return str(self.episode)
