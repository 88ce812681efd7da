"""The one chain that makes any sound an ordinary one, on the film's timeline."""

from pathlib import Path
from typing import Any

from media.gateways.ffmpeg.commands import open_source
from media.gateways.ffmpeg.facts import AudioFacts, SourceFacts
from media.gateways.ffmpeg.runner import GIB, Limits

SAMPLE_RATE_HZ = 48_000
# Ten times slower than the slowest machine we know of, so that only a hang is stopped.
MIN_SPEED = 2


def ordinary_sound(
    source: Path, facts: SourceFacts, audio: AudioFacts, *, layout: str = "stereo"
) -> Any:
    """Return the sound at 48 kHz in `layout`, silent until it begins, holes filled."""
    stream = open_source(source, facts)[str(audio.index)]
    stream = stream.filter("asetpts", f"PTS-({facts.origin_s:.6f}/TB)")
    stream = stream.filter("aresample", SAMPLE_RATE_HZ, **{"async": 1, "first_pts": 0})
    return stream.filter("aformat", sample_fmts="fltp", channel_layouts=layout)


def sound_limits(duration_s: float) -> Limits:
    """Return limits for decoding the whole sound once."""
    longest_s = 120 + duration_s / MIN_SPEED
    return Limits(wall_s=longest_s, cpu_s=int(longest_s), memory_bytes=GIB)
