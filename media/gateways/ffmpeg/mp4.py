"""Join the segments of a rung and of the sound into one ordinary MP4 file."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import ffmpeg

from media.errors import OutputRejected
from media.gateways.ffmpeg.boxes import children, count_frames, find
from media.gateways.ffmpeg.commands import NO_METADATA, compile_command
from media.gateways.ffmpeg.copy import copy_limits
from media.gateways.ffmpeg.runner import run
from media.gateways.ffmpeg.scratch import scratch_folder
from media.gateways.ffmpeg.segments import INIT_NAME, TIMELINE_START_S
from media.gateways.ffmpeg.source_input import address
from media.gateways.ffmpeg.tools import Tools

NUMBERS = re.compile(r"\d+")


def join_mp4(
    rung_dir: Path | None,
    audio_dir: Path | None,
    target: Path,
    tools: Tools,
    *,
    on_progress: Callable[[float], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Path:
    """Write all segments of `rung_dir` and `audio_dir` as one progressive MP4 at `target`.

    Nothing is encoded again. Either folder may be None. The file appears whole or not at all.
    Raises OutputRejected when samples are missing, and the errors of `runner.run`.
    """
    folders = [folder for folder in (rung_dir, audio_dir) if folder is not None]
    with scratch_folder(target.parent) as scratch:
        tracks = [scratch / f"{number}.mp4" for number in range(len(folders))]
        expected = [_join(*pair) for pair in zip(folders, tracks, strict=True)]
        inputs = [
            ffmpeg.input(address(track), f="mov", protocol_whitelist="file") for track in tracks
        ]
        options = {**NO_METADATA, "f": "mp4", "movflags": "+faststart", "c": "copy"}
        options["output_ts_offset"] = -TIMELINE_START_S
        joined = scratch / "joined.mp4"
        command = compile_command([ffmpeg.output(*inputs, joined.name, **options)], tools)
        run(
            command,
            limits=copy_limits(tracks[0]),
            cwd=scratch,
            on_progress=on_progress,
            should_stop=should_stop,
        )
        found = _sample_counts(joined)
        if found != expected:
            raise OutputRejected(f"{target.name}: {found} samples, not {expected}")
        joined.replace(target)
    return target


def _join(folder: Path, target: Path) -> int:
    """Concatenate the init segment and all media segments of a folder; return their samples."""
    segments = sorted(folder.glob("*.m4s"), key=lambda p: [int(n) for n in NUMBERS.findall(p.stem)])
    with target.open("wb") as joined:
        for path in (folder / INIT_NAME, *segments):
            with path.open("rb") as part:
                shutil.copyfileobj(part, joined)
    try:
        return sum(count_frames(path) for path in segments)
    except ValueError as error:
        raise OutputRejected(f"{folder.name}: {error}") from error


def _sample_counts(path: Path) -> list[int]:
    """Return the number of samples of each track, from the header at the file's start."""
    with path.open("rb") as file:
        size_bytes = 0
        while header := file.read(8):
            size_bytes = int.from_bytes(header[:4])
            if header[4:] == b"moov":
                break
            file.seek(size_bytes - 8, 1)
        moov = header + file.read(size_bytes - 8)
    counts = []
    for kind, start, end in children(moov, 8):
        if kind == b"trak":
            at, _ = find(moov[start:end], b"mdia", b"minf", b"stbl", b"stsz")
            counts.append(int.from_bytes(moov[start + at + 8 : start + at + 12]))
    return counts
