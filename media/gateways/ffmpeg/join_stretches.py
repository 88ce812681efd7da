"""Join the stretches of a live into one MP4: without encoding where they agree, else by encoding.

A stretch is what one encoder sent without a break: an init segment and the media segments behind
it. Stretches agree when their init segments describe the same tracks, to the byte: then ffmpeg's
concat demuxer copies all of it. One MP4 has one description of its picture, so stretches that
differ (another camera, another size) are first drawn alike, each by itself, and then copied.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from media.errors import OutputRejected, RecordingGone, Stopped
from media.gateways.ffmpeg.boxes import children, find
from media.gateways.ffmpeg.commands import NO_METADATA, compile_command
from media.gateways.ffmpeg.packet_list import SLOWEST_READ_BYTES_PER_S
from media.gateways.ffmpeg.runner import GIB, Limits, run
from media.gateways.ffmpeg.scratch import scratch_folder
from media.gateways.ffmpeg.source_input import MAX_STREAMS, address, hardened
from media.gateways.ffmpeg.tools import Tools

JOINED_NAME = "joined.mp4"
RATE = 30
# A rung of an ordinary evening: good enough to be cut into the ladder again.
ALIKE = {
    "c:v": "libx264",
    "preset": "veryfast",
    "crf": 18,
    "pix_fmt": "yuv420p",
    "g": 2 * RATE,
    "video_track_timescale": 90_000,
    "c:a": "aac",
    "b:a": "160k",
    "ar": 48_000,
    "ac": 2,
}
PAPER = "0xFFF8EC"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Files that make one fragmented MP4 when put together, and how long it plays.

    Without files it is a blank of that length: what a slate becomes.
    """

    files: tuple[Path, ...]
    length_s: float


@dataclass(frozen=True, slots=True)
class _Watch:
    """Who is told how far the work is, and who may stop it."""

    on_progress: Callable[[float], None] | None
    should_stop: Callable[[], bool] | None


def join_stretches(
    stretches: Sequence[Stretch],
    target: Path,
    tools: Tools,
    *,
    size_px: tuple[int, int],
    on_progress: Callable[[float], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Path:
    """Write `stretches`, one behind the other, as one MP4 at `target`, each for its `length_s`.

    Those that differ are drawn alike in a picture of `size_px`. The file appears whole or not at
    all. Raises RecordingGone when a file or all of them are missing, or the errors of `runner.run`.
    """
    if not stretches:
        raise RecordingGone("no segment is kept")
    watch = _Watch(on_progress, should_stop)
    with scratch_folder(target.parent) as scratch:
        parts = [
            _put_together(part, scratch / f"{n}.mp4", watch) for n, part in enumerate(stretches)
        ]
        if not _agree(parts):
            parts = [
                _draw_alike(path, part.length_s, scratch / f"alike-{n}.mp4", tools, size_px, watch)
                for n, (path, part) in enumerate(zip(parts, stretches, strict=True))
            ]
        found = [path for path in parts if path is not None]
        _copy_all(found, [part.length_s for part in stretches], scratch, tools, watch)
        (scratch / JOINED_NAME).replace(target)
    return target


def _put_together(stretch: Stretch, target: Path, watch: _Watch) -> Path | None:
    """Write the files of `stretch` one behind the other; None for a blank."""
    if not stretch.files:
        return None
    with target.open("wb") as whole:
        for path in stretch.files:
            if watch.should_stop is not None and watch.should_stop():
                raise Stopped
            try:
                part = path.open("rb")
            except FileNotFoundError as error:
                raise RecordingGone(f"{path} is missing") from error
            with part:
                shutil.copyfileobj(part, whole)
    return target


def _agree(parts: Sequence[Path | None]) -> bool:
    """Say whether all `parts` are there and describe their tracks alike."""
    described = [path and _described(path) for path in parts]
    return all(described) and len(set(described)) == 1


def _draw_alike(
    path: Path | None,
    length_s: float,
    target: Path,
    tools: Tools,
    size_px: tuple[int, int],
    watch: _Watch,
) -> Path:
    """Encode one stretch, or a blank, in the common size, rate and sound; return `target`."""
    picture, sound = _blank(size_px) if path is None else _drawn(path, size_px)
    # Times count from the start of the file, whichever of its tracks begins first.
    options = {**NO_METADATA, **ALIKE, "f": "mp4", "t": f"{length_s:.6f}", "start_at_zero": None}
    command = compile_command([ffmpeg.output(picture, sound, target.name, **options)], tools)
    run(
        command,
        limits=_drawing_limits(length_s),
        cwd=target.parent,
        on_progress=watch.on_progress,
        should_stop=watch.should_stop,
    )
    if path is not None:
        path.unlink()
    return target


def _drawn(path: Path, size_px: tuple[int, int]) -> tuple[Any, Any]:
    """Return picture and sound of a stretch, whole in the frame, without an end of their own."""
    width, height = size_px
    source = ffmpeg.input(address(path), **hardened("mov"))
    picture = source.video.filter("fps", RATE, start_time=0)
    picture = picture.filter("scale", width, height, force_original_aspect_ratio="decrease")
    picture = picture.filter("pad", width, height, -1, -1).filter("setsar", 1)
    picture = picture.filter("tpad", stop=-1, stop_mode="clone")
    if not _has_sound(path):
        return picture, _silence()
    sound = source.audio.filter("aresample", 48_000, first_pts=0, **{"async": 1}).filter("apad")
    return picture, sound


def _blank(size_px: tuple[int, int]) -> tuple[Any, Any]:
    width, height = size_px
    return ffmpeg.input(f"color=c={PAPER}:s={width}x{height}:r={RATE}", f="lavfi"), _silence()


def _silence() -> Any:
    return ffmpeg.input("anullsrc=r=48000:cl=stereo", f="lavfi")


def _copy_all(
    parts: Sequence[Path], lengths_s: Sequence[float], folder: Path, tools: Tools, watch: _Watch
) -> None:
    """Write `parts`, all in `folder`, one behind the other, each for its length."""
    listed = folder / "parts.ffconcat"
    lines = [
        f"file {path.name}\nduration {length_s:.6f}\n"
        for path, length_s in zip(parts, lengths_s, strict=True)
    ]
    listed.write_text("ffconcat version 1.0\n" + "".join(lines))
    opened = {
        "f": "concat",
        "protocol_whitelist": "file",
        "format_whitelist": "concat,mov",
        "max_streams": MAX_STREAMS,
    }
    options = {**NO_METADATA, "f": "mp4", "movflags": "+faststart", "c": "copy"}
    source = ffmpeg.input(address(listed), **opened)
    tracks = [source.video, *([source.audio] if _has_sound(parts[0]) else [])]
    run(
        compile_command([ffmpeg.output(*tracks, JOINED_NAME, **options)], tools),
        limits=_joining_limits(parts),
        cwd=folder,
        on_progress=watch.on_progress,
        should_stop=watch.should_stop,
    )


def _described(path: Path) -> bytes:
    """Return the descriptions of all tracks of a file, as its header has them."""
    return b"".join(
        track[slice(*find(track, b"mdia", b"minf", b"stbl", b"stsd"))] for track in _tracks(path)
    )


def _has_sound(path: Path) -> bool:
    handlers = (track[slice(*find(track, b"mdia", b"hdlr"))] for track in _tracks(path))
    return any(handler[8:12] == b"soun" for handler in handlers)


def _tracks(path: Path) -> list[bytes]:
    """Return the boxes of the tracks that the header of a file describes.

    Raises OutputRejected when it has none.
    """
    with path.open("rb") as file:
        while len(header := file.read(8)) == 8:
            size_bytes = int.from_bytes(header[:4]) - 8
            if header[4:] == b"moov":
                moov = file.read(size_bytes)
                return [moov[at:end] for kind, at, end in children(moov) if kind == b"trak"]
            if size_bytes < 0:
                break
            file.seek(size_bytes, 1)
    raise OutputRejected(f"{path.name} has no header")


def _drawing_limits(length_s: float) -> Limits:
    """Return limits for encoding `length_s` seconds: they grow with them."""
    return Limits(wall_s=120 + 8 * length_s, cpu_s=int(120 + 8 * length_s))


def _joining_limits(parts: Sequence[Path]) -> Limits:
    """Return limits for copying all `parts`: they grow with their size."""
    size_bytes = sum(path.stat().st_size for path in parts)
    copying_s = 2 * size_bytes // SLOWEST_READ_BYTES_PER_S
    return Limits(
        wall_s=120 + 2 * copying_s,
        cpu_s=120 + copying_s,
        memory_bytes=2 * GIB,
        file_bytes=2 * size_bytes + GIB,
    )
