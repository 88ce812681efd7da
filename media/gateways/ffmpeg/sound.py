"""The one chain that makes any sound an ordinary one, on the film's timeline."""

from pathlib import Path
from typing import Any

from media.gateways.ffmpeg.commands import open_source
from media.gateways.ffmpeg.facts import AudioFacts, SourceFacts
from media.gateways.ffmpeg.runner import GIB, Limits

SAMPLE_RATE_HZ = 48_000
# Far below any machine's speed, so that only a hang is stopped.
MIN_SPEED = 2


def ordinary_sound(
    source: Path, facts: SourceFacts, audio: AudioFacts, *, layout: str = "stereo"
) -> Any:
    """Return the sound at 48 kHz in `layout`, silent until it begins, holes filled."""
    stream = open_source(source, facts)[str(audio.index)]
    stream = stream.filter("asetpts", f"PTS-({facts.origin_s:.6f}/TB)")
    options = {"async": 1}
    if audio.start_s > 0:
        # Only then: a sound that changes half-way restarts the graph, and is padded again.
        options["first_pts"] = 0
    stream = stream.filter("aresample", SAMPLE_RATE_HZ, **options)
    return stream.filter("aformat", sample_fmts="fltp", channel_layouts=layout)


def sound_limits(duration_s: float) -> Limits:
    """Return limits for decoding the whole sound once."""
    longest_s = 120 + duration_s / MIN_SPEED
    return Limits(wall_s=longest_s, cpu_s=int(longest_s), memory_bytes=GIB)
