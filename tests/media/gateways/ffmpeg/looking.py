"""Look at what was encoded: decode it and say what is seen and heard, and when."""

import re
import subprocess
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from media.gateways.ffmpeg.segments import INIT_NAME, Segment
from tests.media import clips

TIMEOUT_S = 60
SOUND_RATE_HZ = 48_000


def decoded(path: Path, *arguments: str) -> bytes:
    """Return what ffmpeg writes to standard output for `path`."""
    command = [clips.tools().ffmpeg, "-hide_banner", "-nostdin", "-v", "error", "-copyts"]
    done = subprocess.run(
        [*command, "-i", str(path), *arguments, "-"],
        capture_output=True,
        timeout=TIMEOUT_S,
        check=True,
    )
    return done.stdout


def joined(folder: Path, segments: Iterable[Segment]) -> Path:
    """Return the init segment and the given segments as one file, as a player sees them."""
    path = folder / "joined-for-looking.mp4"
    parts = [folder / INIT_NAME, *(folder / segment.name for segment in segments)]
    path.write_bytes(b"".join(part.read_bytes() for part in parts))
    return path


def frames(path: Path) -> list[tuple[float, str]]:
    """Return the time and the checksum of every decoded picture."""
    clock = ("-fps_mode", "passthrough", "-enc_time_base", "1/90000")
    text = decoded(path, "-map", "0:v", *clock, "-f", "framecrc").decode()
    base = re.search(r"#tb 0: (\d+)/(\d+)", text)
    assert base is not None
    tick_s = int(base[1]) / int(base[2])
    lines = [line.split(",") for line in text.splitlines() if not line.startswith("#")]
    return [(int(fields[2]) * tick_s, fields[5].strip()) for fields in lines]


def frame_times_s(path: Path) -> list[float]:
    return [time_s for time_s, _ in frames(path)]


def gray(path: Path, width_px: int = 16, height_px: int = 16) -> list[bytes]:
    """Return every picture as small and gray, one byte per pixel."""
    size = f"scale={width_px}:{height_px}:flags=area,format=gray"
    arguments = ("-map", "0:v", "-vf", size, "-fps_mode", "passthrough", "-f", "rawvideo")
    data = decoded(path, *arguments)
    size_bytes = width_px * height_px
    return [data[at : at + size_bytes] for at in range(0, len(data), size_bytes)]


def flash_s(path: Path) -> float:
    """Return when the first white picture is shown."""
    times_s = frame_times_s(path)
    bright = [sum(picture) / len(picture) for picture in gray(path)]
    return next(time_s for time_s, mean in zip(times_s, bright, strict=True) if mean > 128)


def beep_s(path: Path, start_s: float = 0) -> float:
    """Return when the first loud sample is heard; `start_s` is where the clock begins."""
    filters = f"aresample={SOUND_RATE_HZ}:async=1:first_pts={round(start_s * SOUND_RATE_HZ)}"
    arguments = ("-map", "0:a", "-af", filters, "-ac", "1", "-f", "s16le")
    samples = array("h", decoded(path, *arguments))
    loud = max(map(abs, samples)) / 4
    first = next(number for number, sample in enumerate(samples) if abs(sample) > loud)
    return start_s + first / SOUND_RATE_HZ


@dataclass(frozen=True)
class Description:
    """What ffmpeg says a file is."""

    text: str

    @property
    def size(self) -> tuple[int, int]:
        found = re.search(r"Video: .*?, (\d+)x(\d+)", self.text)
        assert found is not None
        return int(found[1]), int(found[2])


def described(path: Path) -> Description:
    command = [clips.tools().ffmpeg, "-hide_banner", "-nostdin", "-i", str(path)]
    done = subprocess.run(command, capture_output=True, timeout=TIMEOUT_S, check=False)
    return Description(done.stderr.decode())
