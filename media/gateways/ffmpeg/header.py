"""What a file claims in its header: its streams, as ffprobe tells them."""

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from media.gateways.ffmpeg.runner import Limits, run
from media.gateways.ffmpeg.source_input import address, as_arguments, hardened

HEADER_LIMITS = Limits(wall_s=30, cpu_s=5, memory_bytes=1024**3, stdout_bytes=1024**2)
STREAM_ENTRIES = (
    "stream=index,codec_type,codec_name,profile,pix_fmt,width,height,sample_aspect_ratio,"
    "field_order,color_range,color_space,color_transfer,channels,sample_rate"
    ":stream_disposition=attached_pic,timed_thumbnails,default"
    ":stream_side_data=rotation:format=duration"
)


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream of a file, picture or sound, as its header describes it."""

    index: int
    is_video: bool
    codec: str
    profile: str = ""
    is_cover: bool = False
    is_default: bool = False
    pix_fmt: str = ""
    width_px: int = 0
    height_px: int = 0
    pixel_aspect: Fraction = Fraction(1)
    rotation_deg: int = 0
    is_interlaced: bool = False
    color_range: str = ""
    matrix: str = ""
    transfer: str = ""
    channels: int = 0
    sample_rate_hz: int = 0


@dataclass(frozen=True, slots=True)
class Header:
    """The picture and sound streams of a file, and the duration it promises (or None).

    `log` is what was complained about while reading it.
    """

    streams: tuple[Stream, ...]
    stream_count: int
    duration_s: float | None
    log: str


def read_header(source: Path, demuxer: str, ffprobe: str) -> Header:
    """Ask ffprobe for the header of `source`.

    Raises the errors of `runner.run`; a file that cannot be opened is an EncoderFailed.
    """
    command = [ffprobe, "-hide_banner", "-v", "error", "-threads", "1"]
    command += as_arguments(hardened(demuxer))
    command += ["-show_entries", STREAM_ENTRIES, "-of", "json", address(source)]
    finished = run(command, limits=HEADER_LIMITS, cwd=source.parent)
    data = json.loads(finished.stdout or b"{}")
    raw = data.get("streams", [])
    kinds = ("video", "audio")
    streams = tuple(_stream(item) for item in raw if item.get("codec_type") in kinds)
    duration = data.get("format", {}).get("duration")
    return Header(streams, len(raw), float(duration) if duration else None, finished.log_tail)


def _stream(item: dict[str, Any]) -> Stream:
    disposition = item.get("disposition", {})
    rotation = next((d["rotation"] for d in item.get("side_data_list", []) if "rotation" in d), 0)
    is_cover = disposition.get("attached_pic") or disposition.get("timed_thumbnails")
    return Stream(
        index=int(item["index"]),
        is_video=item["codec_type"] == "video",
        codec=item.get("codec_name", ""),
        profile=item.get("profile", ""),
        is_cover=bool(is_cover),
        is_default=bool(disposition.get("default")),
        pix_fmt=item.get("pix_fmt", ""),
        width_px=int(item.get("width", 0)),
        height_px=int(item.get("height", 0)),
        pixel_aspect=ratio(item.get("sample_aspect_ratio", "")),
        rotation_deg=round(float(rotation)) % 360,
        is_interlaced=item.get("field_order", "progressive") in ("tt", "bb", "tb", "bt"),
        color_range=known(item.get("color_range", "")),
        matrix=known(item.get("color_space", "")),
        transfer=known(item.get("color_transfer", "")),
        channels=int(item.get("channels", 0)),
        sample_rate_hz=int(item.get("sample_rate", 0)),
    )


def ratio(text: str) -> Fraction:
    """Return the shape of a pixel from `16:11`, 1 when it is absent or absurd."""
    try:
        value = Fraction(text.replace(":", "/"))
    except (ValueError, ZeroDivisionError):
        return Fraction(1)
    return value if Fraction(1, 8) <= value <= 8 else Fraction(1)


def known(name: str) -> str:
    """Return a name of ffmpeg's, empty when it only says that nothing is known."""
    return "" if name in ("unknown", "unspecified", "none") else name
