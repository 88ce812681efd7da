"""The segments of a replay as stretches of files, for the film that is made of it."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from live.models import AirSegment, FeedSession
from media.gateways.ffmpeg.join_stretches import Stretch

BEST_RUNG = "source"
# For a replay in which no session said its size.
USUAL_SIZE_PX = (1280, 720)


def film_stretches(kept: Sequence[AirSegment]) -> list[Stretch]:
    """Return `kept` (`kept_air`) as stretches of files of each session's best rung.

    A stretch ends where a player would have to start afresh: another session, a gap, a slate.
    """
    runs: list[list[AirSegment]] = []
    for segment in kept:
        if runs and _goes_on(runs[-1][-1], segment):
            runs[-1].append(segment)
        else:
            runs.append([segment])
    return [_stretch(run) for run in runs]


def film_size_px(kept: Sequence[AirSegment]) -> tuple[int, int]:
    """Return the size of the largest picture among `kept`, with even sides."""
    sessions = {one.source.session for one in kept if one.source is not None}
    sizes = [(one.width_px, one.height_px) for one in sessions if one.width_px and one.height_px]
    width, height = max(sizes, key=lambda size: size[0] * size[1], default=USUAL_SIZE_PX)
    return width + width % 2, height + height % 2


def rung_folder(session: FeedSession) -> Path:
    """Return where the files of the sender's own quality are."""
    return Path(settings.LIVE_ROOT, session.folder, next(iter(session.rungs), BEST_RUNG))


def _goes_on(before: AirSegment, after: AirSegment) -> bool:
    if before.source is None or after.source is None:
        return before.source is after.source
    is_next = after.source.number == before.source.number + 1
    return is_next and after.source.session_id == before.source.session_id


def _stretch(run: Sequence[AirSegment]) -> Stretch:
    length_s = sum(segment.length_s for segment in run)
    sources = [segment.source for segment in run if segment.source is not None]
    if not sources:
        return Stretch((), length_s)
    folder = rung_folder(sources[0].session)
    media = (folder / f"{source.number}.m4s" for source in sources)
    return Stretch((folder / "init.mp4", *media), length_s)
