"""The player of a replay that is no film: of the segments that were aired, or an HLS elsewhere."""

from live.air.access import air_address
from live.models import Recording
from media.domain.durations import duration_label
from media.domain.player import Player
from media.enums import VideoState


def replay_player(recording: Recording, poster_url: str = "") -> Player:
    """Return the player of the replay as it is cut now, for a reader allowed to see its page."""
    run, outside = recording.run, recording.outside
    hls_url = f"{air_address(run)}replay.m3u8" if recording.length_s else ""
    if not hls_url and outside is not None and not outside.is_embed:
        hls_url = outside.address
    return Player(
        video_id=f"replay-{run.key}",
        title=run.programme.title,
        poster_url=poster_url,
        poster_width=1280,
        poster_height=720,
        hls_url=hls_url,
        mp4_url="",
        audio_only=False,
        duration_s=recording.length_s,
        duration_label=duration_label(recording.length_s),
        tracks=[],
        storyboard_url="",
        status_url="",
        state=VideoState.READY,
        percent=100,
        resume_key="",
    )
