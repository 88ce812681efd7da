"""Premieres: a film that is a live programme at its hour, without a run.

What viewers see follows from the hour and the length of the film. Nothing is started, so nothing
can be started twice, late, or not at all.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from wagtail.models import Page

from episodes.models import EpisodePage
from live.models import LiveProgrammePage
from live.premiere_films import can_premiere
from media.models import Video


@dataclass(frozen=True, slots=True)
class Premiere:
    """The film of a programme, and when it is shown for the first time."""

    episode: EpisodePage
    begins_at: datetime
    ends_at: datetime

    @property
    def video(self) -> Video:
        assert self.episode.video is not None, "a premiere has a film"
        return self.episode.video

    @property
    def length_s(self) -> float:
        return (self.ends_at - self.begins_at).total_seconds()

    @property
    def meter_key(self) -> str:
        """What views of the film count for on its own page; "" if for nothing."""
        campaign = self.episode.campaign
        return campaign.meter.key if campaign is not None else ""


def premiere_of(page: LiveProgrammePage) -> Premiere | None:
    """Return the premiere that `page` is; None if it is none, or its film cannot be played."""
    if page.film_id is None:
        return None
    episode = EpisodePage.objects.for_reading().filter(pk=page.film_id).first()
    video = episode.video if episode else None
    if episode is None or video is None or not can_premiere(video):
        return None
    return Premiere(
        episode, page.starts_at, page.starts_at + timedelta(seconds=video.duration or 0)
    )


def premiere_to_come(video: Video) -> LiveProgrammePage | None:
    """Return the published programme at whose hour `video` is shown for the first time."""
    pages = LiveProgrammePage.objects.live().filter(film__video=video)
    page = pages.order_by("starts_at", "pk").first()
    return page.localized if page else None


def held_films() -> dict[str, datetime]:
    """Return when each film is shown for the first time, by the films' public names; one query.

    A film that had its premiere is not held back for a second one. Drafts hold nothing.
    """
    pages = LiveProgrammePage.objects.live().filter(film__video__isnull=False)
    rows = pages.order_by("-starts_at").values_list("film__video__public_id", "starts_at")
    return dict(rows)


def pages_with_premiere(video: Video) -> QuerySet[Page]:
    """Return the pages of the programmes that show `video`. Before their hour it is held back."""
    return Page.objects.filter(
        pk__in=LiveProgrammePage.objects.filter(film__video=video).values("pk")
    )
