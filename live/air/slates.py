"""Slates: what stands on air while nothing plays, encoded once and given out second by second.

A folder is named after what the picture says, so that a page whose title changes gets another
slate, and a run that has begun keeps its own.
"""

import hashlib
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import ffmpeg
from django.conf import settings

from live.air.draw_slate import draw_slate
from live.models import LiveProgrammePage
from media.errors import OutputRejected
from media.gateways.ffmpeg.boxes import children, read_init
from media.gateways.ffmpeg.commands import BY_KEYFRAME, FRAGMENTED, NO_METADATA, compile_command
from media.gateways.ffmpeg.runner import GIB, Limits, run
from media.gateways.ffmpeg.source_input import address
from media.gateways.ffmpeg.tools import find_tools

SEGMENTS = 30
FPS = 25
RUNG = "source"
PEAK_BPS = 400_000
AUDIO_CODEC = "mp4a.40.2"
# Each second is cut into three parts of 9, 9 and 7 pictures.
PARTS_S = (9 / FPS, 9 / FPS, 7 / FPS)
_VERSION = 2
_LIMITS = Limits(wall_s=120, cpu_s=60, memory_bytes=2 * GIB, file_bytes=64 * 2**20)


def slate_key(programme: LiveProgrammePage) -> str:
    """Return the name of the slate that fits the programme as it is now."""
    said = (_VERSION, programme.pk, programme.title, programme.poster_colour, programme.locale_id)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def slate_folder(key: str) -> Path:
    """Return where a slate is: `init.mp4`, `<number>.m4s` and its parts `<number>.<piece>.m4s`."""
    return Path(settings.LIVE_ROOT, "slate", key, RUNG)


def slate_codecs(key: str) -> str:
    """Return the codecs of a slate, for a master manifest."""
    return f"{read_init((slate_folder(key) / 'init.mp4').read_bytes()).codec},{AUDIO_CODEC}"


def make_slate(programme: LiveProgrammePage) -> str:
    """Encode the slate of a programme unless it is there, and return its name.

    It appears whole or not at all; of two processes that make it at once, one keeps its work.
    Raises the errors of `media.gateways.ffmpeg.runner.run`, and OutputRejected.
    """
    key = slate_key(programme)
    folder = slate_folder(key)
    if folder.exists():
        return key
    slates = folder.parents[1]
    slates.mkdir(parents=True, exist_ok=True)
    scratch = Path(mkdtemp(prefix=".making-", dir=slates))
    try:
        (scratch / "slate.png").write_bytes(draw_slate(programme))
        run(_command(scratch / "slate.png"), limits=_LIMITS, cwd=scratch)
        (scratch / "made" / RUNG).mkdir(parents=True)
        _cut(scratch / "slate.mp4", scratch / "made" / RUNG)
        try:
            (scratch / "made").rename(folder.parent)
        except OSError:
            if not folder.exists():
                raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return key


def _command(picture: Path) -> list[str]:
    tools = find_tools(settings.FFMPEG_BINARY, settings.FFPROBE_BINARY)
    still = (
        ffmpeg.input(address(picture), f="png_pipe", protocol_whitelist="file")
        .filter("scale", out_color_matrix="bt709", out_range="tv")
        .filter("format", "yuv420p")
        .filter("loop", loop=-1, size=1)
        .filter("setpts", f"N/({FPS}*TB)")
        .filter("fps", FPS)
    )
    # AAC begins a frame early. Both must begin at nought, or MP4 stretches the first picture.
    silence = ffmpeg.input("anullsrc=r=48000:cl=stereo", f="lavfi").filter("asetpts", "PTS+1024")
    options: dict[str, Any] = {
        **FRAGMENTED,
        **NO_METADATA,
        "movflags": BY_KEYFRAME,
        "frag_duration": round(PARTS_S[0] * 1_000_000),
        "t": SEGMENTS,
        "c:v": "libx264",
        "preset": "veryfast",
        "profile:v": "main",
        "tune": "stillimage",
        "threads": 1,
        "g": FPS,
        "keyint_min": FPS,
        "sc_threshold": 0,
        "bf": 0,
        "b:v": "250k",
        "maxrate": PEAK_BPS - 100_000,
        "bufsize": PEAK_BPS,
        "color_primaries": "bt709",
        "color_trc": "bt709",
        "colorspace": "bt709",
        "c:a": "aac",
        "b:a": "64k",
    }
    return compile_command([ffmpeg.output(still, silence, "slate.mp4", **options)], tools)


def _cut(film: Path, folder: Path) -> None:
    """Write the init segment, the parts, and the segments that they make: one per second."""
    data = film.read_bytes()
    boxes = [(kind, data[start - 8 : end]) for kind, start, end in children(data)]
    init = b"".join(box for kind, box in boxes if kind in (b"ftyp", b"moov"))
    heads = [box for kind, box in boxes if kind == b"moof"]
    payloads = [box for kind, box in boxes if kind == b"mdat"]
    pieces = len(PARTS_S)
    if not len(heads) == len(payloads) == SEGMENTS * pieces:
        raise OutputRejected(f"a slate of {len(heads)} parts, not {SEGMENTS * pieces}")
    (folder / "init.mp4").write_bytes(init)
    parts = [head + payload for head, payload in zip(heads, payloads, strict=True)]
    for number in range(SEGMENTS):
        own = parts[number * pieces : (number + 1) * pieces]
        (folder / f"{number}.m4s").write_bytes(b"".join(own))
        for piece, part in enumerate(own):
            (folder / f"{number}.{piece}.m4s").write_bytes(part)
