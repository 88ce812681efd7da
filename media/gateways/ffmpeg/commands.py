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
FRAGMENTED = {"f": "mp4", "use_editlist": 0}


def open_source(
    source: Path,
    facts: SourceFacts,
    *,
    seek_s: float | None = None,
    keyframes_only: bool = False,
    threads: int = 1,
) -> Any:
    """Return the hardened input node of a source, read from its start or from `seek_s`.

    `seek_s` is in seconds of the film; reading starts at the keyframe before it, and frames
    keep the file's own times.
    """
    options = hardened(facts.demuxer) | {"threads": threads}
    if keyframes_only:
        options["skip_frame"] = "nokey"
    if seek_s is not None:
        at_s = facts.origin_s + seek_s
        options |= {"noaccurate_seek": None, "seek_timestamp": 1, "ss": f"{at_s:.6f}"}
    return ffmpeg.input(address(source), **options)


def compile_command(
    outputs: list[Any], tools: Tools, *, log: str = "warning", has_progress: bool = True
) -> list[str]:
    """Return the argument list for several outputs of one graph.

    With `has_progress`, standard output is progress; without, it belongs to an output.
    """
    head = [tools.ffmpeg, "-hide_banner", "-nostdin", "-y", "-v", log, "-nostats", "-copyts"]
    if has_progress:
        head += ["-progress", "pipe:1"]
    return ffmpeg.compile(ffmpeg.merge_outputs(*outputs), cmd=head)
