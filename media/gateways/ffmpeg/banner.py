"""The same facts as ffprobe's from ffmpeg alone, for machines that have no ffprobe.

ffmpeg prints what it found in a file before it starts; its `framecrc` output lists packets.
The same demuxer reads the file that will later encode it, within the same limits.
"""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from media.errors import EncoderFailed
from media.gateways.ffmpeg.header import HEADER_LIMITS, Header, Stream, known, ratio
from media.gateways.ffmpeg.packet_list import Lines, closed, listing_limits
from media.gateways.ffmpeg.packets import Track
from media.gateways.ffmpeg.runner import run
from media.gateways.ffmpeg.source_input import DECODERS, address, as_arguments, hardened

# The indentation is ffmpeg's; words of the source itself are always further to the right.
STREAM = re.compile(r"^  Stream #0:(\d+)(?:\[\w+\])?(?:\(\w+\))?: (Video|Audio): (.*)$")
ANY_STREAM = re.compile(r"^  Stream #0:\d+", re.MULTILINE)
DURATION = re.compile(r"^  Duration: (\d+):(\d+):([\d.]+)", re.MULTILINE)
ROTATION = re.compile(r"^ +(?:displaymatrix|Display Matrix): rotation of (-?[\d.]+) degrees")
PART = re.compile(r"(?:[^,(\[]|\([^)]*\)|\[[^\]]*\])+")
SIZE = re.compile(r"^(\d+)x(\d+)(?: \[SAR (\d+:\d+))?")
FLAGS = re.compile(r"F=0x([0-9A-Fa-f]+)")
FIELD_ORDERS = ("top first", "bottom first", "top coded first", "bottom coded first")
NOT_COLORS = ("progressive", "unspecified", "bpc", "left", "center", "topleft")
CHANNELS = {"mono": 1, "stereo": 2, "downmix": 2, "quad": 4, "hexagonal": 6, "octagonal": 8}
NO_STREAM = "does not contain any stream"
KEY, DISCARD = 1, 4
NO_TIME = -(2**63)


def read_banner(source: Path, demuxer: str, ffmpeg: str) -> Header:
    """Return the header of `source` as ffmpeg prints it.

    Raises the errors of `runner.run`; a file that cannot be opened is an EncoderFailed.
    """
    command = [ffmpeg, "-hide_banner", "-nostdin", "-v", "info", "-nostats", "-threads", "1"]
    command += as_arguments(hardened(demuxer)) + ["-i", address(source)]
    command += ["-map", "0:v?", "-map", "0:a?", "-c", "copy", "-t", "0", "-f", "null", "-"]
    try:
        log = run(command, limits=HEADER_LIMITS, cwd=source.parent).log_tail
    except EncoderFailed as error:
        if NO_STREAM not in error.detail:
            raise
        log = error.detail
    return parse_banner(log)


def parse_banner(log: str) -> Header:
    """Read the streams and the promised duration from ffmpeg's description of its input."""
    banner = log.partition("\nOutput #0")[0]
    streams: list[Stream] = []
    for line in banner.splitlines():
        if match := STREAM.match(line):
            index, kind, text = match.groups()
            read = _video if kind == "Video" else _audio
            streams.append(Stream(index=int(index), is_video=kind == "Video", **read(text)))
        elif (match := ROTATION.match(line)) and streams:
            streams[-1] = replace(streams[-1], rotation_deg=round(float(match[1])) % 360)
    duration = DURATION.search(banner)
    duration_s = None
    if duration:
        hours, minutes, seconds = map(float, duration.groups())
        duration_s = 3600 * hours + 60 * minutes + seconds
    return Header(tuple(streams), len(ANY_STREAM.findall(banner)), duration_s, log)


def _video(text: str) -> dict[str, Any]:
    codec, *parts = [part.strip() for part in PART.findall(text)]
    facts = _codec(codec) | _dispositions(text)
    if parts:
        pixels, _, colors = parts[0].partition("(")
        facts |= {"pix_fmt": "" if pixels == "none" else pixels} | _colors(colors.rstrip(")"))
    for part in parts:
        if size := SIZE.match(part):
            facts |= {
                "width_px": int(size[1]),
                "height_px": int(size[2]),
                "pixel_aspect": ratio(size[3]) if size[3] else Fraction(1),
            }
            break
    return facts


def _audio(text: str) -> dict[str, Any]:
    codec, *parts = [part.strip() for part in PART.findall(text)]
    rate = next((part for part in parts if part.endswith(" Hz")), "0 Hz")
    layout = parts[1] if len(parts) > 1 else ""
    sound = {"sample_rate_hz": int(rate.split()[0]), "channels": _channels(layout)}
    return _codec(codec) | _dispositions(text) | sound


def _codec(text: str) -> dict[str, Any]:
    """Read `h264 (High) (avc1 / 0x31637661)` or `mp3 (mp3float)`."""
    name, *notes = re.split(r" \(|\) \(|\)$", text)
    decoders = DECODERS.split(",")
    notes = [note for note in notes if note and " / 0x" not in note and note not in decoders]
    return {"codec": "" if name == "none" else name, "profile": notes[0] if notes else ""}


def _dispositions(text: str) -> dict[str, Any]:
    is_cover = "(attached pic)" in text or "(timed thumbnails)" in text
    return {"is_cover": is_cover, "is_default": "(default)" in text}


def _colors(text: str) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for word in (word.strip() for word in text.split(",") if word.strip()):
        if word in ("tv", "pc"):
            facts["color_range"] = word
        elif word.startswith(FIELD_ORDERS):
            facts["is_interlaced"] = True
        elif not word.endswith(NOT_COLORS) and not word.startswith(NOT_COLORS):
            facts["matrix"] = known(word.partition("/")[0])
            facts["transfer"] = known(word.rpartition("/")[2])
    return facts


def _channels(layout: str) -> int:
    name = layout.partition("(")[0]
    if name in CHANNELS:
        return CHANNELS[name]
    if name.endswith(" channels"):
        return int(name.split()[0])
    digits = name.split(".")
    return sum(map(int, digits)) if all(map(str.isdigit, digits)) else 0


def list_packets_with_ffmpeg(
    source: Path, demuxer: str, ffmpeg: str, indexes: list[int]
) -> tuple[dict[int, Track], bool]:
    """Return the packets of the streams `indexes`, and whether the file ends too early.

    The same result as `packet_list.list_packets`. Raises the errors of `runner.run`.
    """
    tracks = {index: Track() for index in indexes}
    clocks: dict[int, Fraction] = {}

    def read(line: str) -> None:
        if line.startswith("#tb "):
            stream, _, base = line[4:].partition(":")
            clocks[int(stream)] = Fraction(base.strip())
        if not line or line.startswith("#"):
            return
        fields = [part.strip() for part in line.split(",")]
        number, dts, pts, duration, size_bytes = map(int, fields[:5])
        time = dts if pts == NO_TIME else pts
        if time == NO_TIME:
            return
        flags = FLAGS.search(line)
        bits = int(flags[1], 16) if flags else KEY
        clock = clocks[number]
        tracks[indexes[number]].add(
            float(time * clock),
            float(duration * clock),
            size_bytes,
            is_key=bool(bits & KEY),
            is_hidden=bool(bits & DISCARD),
        )

    command = [ffmpeg, "-hide_banner", "-nostdin", "-v", "error", "-copyts", "-threads", "1"]
    command += as_arguments(hardened(demuxer)) + ["-i", address(source)]
    for index in indexes:
        command += ["-map", f"0:{index}"]
    command += ["-c", "copy", "-copyinkf", "-f", "framecrc", "-"]
    limits = listing_limits(source)
    finished = run(command, limits=limits, cwd=source.parent, on_stdout=Lines(read).feed)
    return closed(tracks), "partial file" in finished.log_tail
