"""Build ffmpeg commands from filter graphs (ffmpeg-python); runner.py runs them."""

from pathlib import Path
from typing import Any

import ffmpeg

from media.gateways.ffmpeg.facts import SourceFacts
from media.gateways.ffmpeg.source_input import address, hardened
from media.gateways.ffmpeg.tools import Tools

# Nothing of the source's own words may reach an output: a phone writes its position there.
NO_METADATA = {
    "map_metadata": -1,
    "map_chapters": -1,
    "fflags": "+bitexact",
    "dn": None,
    "sn": None,
}
# These formats seek to some packet near a time, not to the keyframe before it.
LOOSE_SEEK_DEMUXERS = ("mpegts", "mpeg")
LOOSE_SEEK_S = 0.7
FRAGMENTED = {"f": "mp4", "use_editlist": 0}
# One fragment per keyframe. Not `negative_cts_offsets`: ffmpeg itself reads those pictures late,
# by as much as B-frames are reordered, so joined files would lose their sync.
BY_KEYFRAME = "frag_keyframe+empty_moov+default_base_moof"


def open_source(
    source: Path,
    facts: SourceFacts,
    *,
    seek_s: float | None = None,
    keyframes_only: bool = False,
    threads: int = 1,
) -> Any:
    """Return the hardened input node of a source, read from its start or from `seek_s`.

    `seek_s` is in seconds of the film; reading starts at a keyframe before it, and frames
    keep the file's own times.
    """
    # A picture that changes size half-way (browsers record so) must not restart the graph.
    options = hardened(facts.demuxer) | {"threads": threads, "reinit_filter:v": 0}
    if keyframes_only:
        options["skip_frame"] = "nokey"
    seek_s = _seekable_s(facts, seek_s or 0.0)
    if seek_s > 0:
        at_s = facts.origin_s + seek_s
        options |= {"noaccurate_seek": None, "seek_timestamp": 1, "ss": f"{at_s:.6f}"}
    return ffmpeg.input(address(source), **options)


def _seekable_s(facts: SourceFacts, seek_s: float) -> float:
    """Return where to seek so that the keyframe before `seek_s` is surely read."""
    if facts.video is None or facts.demuxer not in LOOSE_SEEK_DEMUXERS:
        return seek_s
    before = [time_s for time_s in facts.video.keyframes_s if time_s <= seek_s]
    return (before[-1] if before else 0.0) - LOOSE_SEEK_S


def compile_command(
    outputs: list[Any],
    tools: Tools,
    *,
    log: str = "warning",
    has_progress: bool = True,
    threads: int = 1,
) -> list[str]:
    """Return the argument list for several outputs of one graph.

    With `has_progress`, standard output is progress; without, it belongs to an output.
    `threads` is for each filter; ffmpeg would take one per processor of the machine.
    """
    head = [tools.ffmpeg, "-hide_banner", "-nostdin", "-y", "-v", log, "-nostats", "-copyts"]
    head += ["-filter_complex_threads", str(threads)]
    if has_progress:
        head += ["-progress", "pipe:1"]
    return ffmpeg.compile(ffmpeg.merge_outputs(*outputs), cmd=head)
