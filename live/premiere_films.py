"""Which films can have a premiere. Below the models, whose form asks it."""

from math import ceil

from episodes.models import EpisodePage
from live.rundown_refusals import FilmNotReady, FilmTooLong
from media.enums import VideoState
from media.models import Video

LONGEST_S = 12 * 3600


def can_premiere(video: Video | None) -> bool:
    """Say whether `video` plays from its beginning to its end."""
    if video is None or not video.duration:
        return False
    return video.current is not None and video.current.is_playable


def plan_premiere(episode: EpisodePage) -> int:
    """Return how many minutes a programme is planned for that shows the film of `episode`.

    Raises FilmNotReady or FilmTooLong.
    """
    video = episode.video
    if video is None or video.state != VideoState.READY or not can_premiere(video):
        raise FilmNotReady
    if video.duration > LONGEST_S:
        raise FilmTooLong
    return max(1, ceil(video.duration / 60))
