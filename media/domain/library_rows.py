"""Films as the library shows them: a fixed number of queries, whatever the length of the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from media.domain.durations import duration_label
from media.domain.may_watch import signed_grant
from media.domain.player import poster_of
from media.enums import EncodingState, VideoState
from media.models import Encoding, Video


@dataclass(frozen=True)
class FilmRow:
    """One film, in words."""

    video: Video
    state: str
    state_label: str
    percent: int
    is_growing: bool
    remedy: str
    poster_url: str
    duration: str
    languages: list[str]
    quality_count: int

    def as_report(self) -> dict[str, Any]:
        """Return what a page needs to bring its row up to date."""
        return {
            "id": self.video.pk,
            "state": self.state,
            "label": self.state_label,
            "percent": self.percent,
            "growing": self.is_growing,
            "remedy": self.remedy,
            "poster": self.poster_url,
            "duration": self.duration,
            "qualities": self.quality_count,
        }


def with_row_parts(videos: QuerySet[Video]) -> QuerySet[Video]:
    """Load what `rows_for` needs along with `videos`."""
    return videos.select_related("current", "collection").prefetch_related(
        "text_tracks", "current__renditions"
    )


def rows_for(videos: Sequence[Video]) -> list[FilmRow]:
    """Return a row for each film of `videos`, which were loaded by `with_row_parts`."""
    newest: dict[int, Encoding] = {}
    numbers = [video.pk for video in videos]
    for encoding in Encoding.objects.filter(video__in=numbers).order_by("number"):
        newest[encoding.video_id] = encoding
    return [_row(video, newest.get(video.pk)) for video in videos]


def _row(video: Video, latest: Encoding | None) -> FilmRow:
    video.latest_encoding = latest  # spares each row a query
    tracks = [track.get_language_display() for track in video.text_tracks.all()]
    current = video.current
    return FilmRow(
        video=video,
        state=VideoState.ENCODING if _is_growing(latest) and not current else video.state,
        state_label=_state_label(video, latest),
        percent=video.percent,
        is_growing=_is_growing(latest),
        remedy=f"{video.failure.summary} {video.failure.remedy}" if video.failure else "",
        poster_url=poster_of(video, signed_grant(video)),
        duration=duration_label(video.duration) if video.duration else "",
        languages=sorted(set(tracks)),
        quality_count=len(current.renditions.all()) if current else 0,
    )


def _is_growing(latest: Encoding | None) -> TypeGuard[Encoding]:
    return latest is not None and latest.state == EncodingState.GROWING


def _state_label(video: Video, latest: Encoding | None) -> str:
    if _is_growing(latest):
        if not latest.facts:
            return _("Waiting for the encoder")
        if video.current_id == latest.pk:
            return _("Playable, more qualities are coming")
        return _("New version on its way") if video.current_id else _("Encoding")
    if video.state == VideoState.READY and video.failure_code:
        return _("Ready; the new file failed")
    return str(VideoState(video.state).label)
