"""What a page needs to know to play a film."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from media.domain.durations import duration_label
from media.domain.may_watch import HELD, held_until
from media.enums import VideoState
from media.models import Video


@dataclass(frozen=True)
class PlayerTrack:
    """One <track> of the player."""

    kind: str
    srclang: str
    label: str
    url: str
    is_default: bool


@dataclass(frozen=True)
class Player:
    """Everything media/components/player.html shows. Addresses are empty where there is nothing."""

    video_id: str
    title: str
    poster_url: str
    poster_width: int
    poster_height: int
    hls_url: str
    mp4_url: str
    audio_only: bool
    duration_s: float
    duration_label: str
    tracks: list[PlayerTrack]
    storyboard_url: str
    status_url: str
    state: str
    percent: int
    resume_key: str
    next_url: str = ""
    next_title: str = ""
    held_until: datetime | None = None

    @property
    def is_playable(self) -> bool:
        return bool(self.hls_url or self.mp4_url)


def player_for(
    video: Video,
    grant: str,
    language: str,
    *,
    poster_url: str = "",
    next_url: str = "",
    next_title: str = "",
) -> Player:
    """Return the player of `video` for a reader who holds `grant` and reads `language`.

    `poster_url` is the page's own picture, if it has one; else the film's poster is shown.
    """
    version = video.current
    sources = film_addresses(video, grant)
    player = Player(
        video_id=video.public_id,
        title=video.title,
        poster_url=poster_url or poster_of(video, grant),
        poster_width=video.width or 1280,
        poster_height=video.height or 720,
        hls_url=sources["hls_url"],
        mp4_url=sources["mp4_url"],
        audio_only=video.is_audio,
        duration_s=video.duration,
        duration_label=duration_label(video.duration),
        tracks=_tracks(video, grant, language),
        storyboard_url=(
            file_address(video, grant, "story.vtt") if version and version.has_storyboard else ""
        ),
        status_url=reverse("video_status", args=[video.public_id, grant]),
        state=video.state if video.state != VideoState.UPLOADED else VideoState.ENCODING,
        percent=version.percent if version else 0,
        resume_key=video.public_id,
        next_url=next_url,
        next_title=next_title,
    )
    return _shut(player, held_until(video)) if grant == HELD else player


def _shut(player: Player, until: datetime | None) -> Player:
    """Return `player` of a film that is held back: nothing in it says where its files are."""
    return replace(
        player,
        hls_url="",
        mp4_url="",
        tracks=[],
        storyboard_url="",
        status_url="",
        held_until=until,
    )


def film_addresses(video: Video, grant: str) -> dict[str, str]:
    """Return `hls_url` and `mp4_url` of the version that plays, or empty strings."""
    version = video.current
    return {
        "hls_url": file_address(video, grant, "master.m3u8") if version and version.has_hls else "",
        "mp4_url": (
            file_address(video, grant, version.mp4_name) if version and version.mp4_name else ""
        ),
    }


def poster_of(video: Video, grant: str) -> str:
    """Return the address of the poster: the uploaded picture, else the chosen frame, else "".

    Of a film that is held back no frame is shown.
    """
    if video.thumbnail:
        return str(video.thumbnail.url)
    if video.current and video.current.poster_count and grant != HELD:
        return file_address(video, grant, f"poster-{video.poster_choice}.jpg")
    return ""


def file_address(video: Video, grant: str, name: str) -> str:
    """Return the address of a file of the version that plays."""
    return f"/v/{video.public_id}/{grant}/v{video.current.number}/{name}" if video.current else ""


def _tracks(video: Video, grant: str, language: str) -> list[PlayerTrack]:
    tracks = [
        PlayerTrack(
            kind=track.kind,
            srclang=track.language,
            label=track.get_language_display(),
            url=reverse("video_track", args=[video.public_id, grant, track.kind, track.language]),
            is_default=track.kind == "captions" and track.language == language,
        )
        for track in video.text_tracks.all()
    ]
    if video.chapters.all():
        address = reverse("video_chapters", args=[video.public_id, grant, language])
        tracks.append(PlayerTrack("chapters", language, _("Chapters"), address, False))
    return tracks
