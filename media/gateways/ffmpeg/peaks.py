"""The outline of a sound, drawn under the player: about a thousand numbers."""

import json
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import ffmpeg

from media.gateways.ffmpeg.commands import compile_command
from media.gateways.ffmpeg.facts import SourceFacts
from media.gateways.ffmpeg.runner import Finished, run
from media.gateways.ffmpeg.sound import ordinary_sound, sound_limits
from media.gateways.ffmpeg.tools import Tools

NAME = "peaks.json"
PEAK_COUNT = 2000
SAMPLE_RATE_HZ = 1000
FULL_SCALE = 32_768


@dataclass(slots=True)
class _Outline:
    """The loudest sample of each span, from a stream of 16-bit samples."""

    span_samples: int
    peaks: list[int] = field(default_factory=list)
    _rest: bytes = b""

    def feed(self, data: bytes) -> None:
        data = self._rest + data
        span_bytes = 2 * self.span_samples
        whole = len(data) - len(data) % span_bytes
        for start in range(0, whole, span_bytes):
            self._add(data[start : start + span_bytes])
        self._rest = data[whole:]

    def close(self) -> list[int]:
        """Return the peaks in percent of full scale."""
        if len(self._rest) >= 2:
            self._add(self._rest[: len(self._rest) // 2 * 2])
        return self.peaks

    def _add(self, data: bytes) -> None:
        samples = array("h", data)
        self.peaks.append(min(100, round(100 * max(map(abs, samples)) / FULL_SCALE)))


def make_peaks(
    source: Path,
    facts: SourceFacts,
    out_dir: Path,
    tools: Tools,
    *,
    should_stop: Callable[[], bool] | None = None,
) -> Finished:
    """Write `peaks.json`: `{"duration_s": ..., "peaks": [0 to 100, ...]}`, 8 KB at most.

    Only for sources with sound. Raises the errors of `runner.run`.
    """
    assert facts.audio is not None
    outline = _Outline(max(1, round(facts.duration_s * SAMPLE_RATE_HZ / PEAK_COUNT)))
    sound = ordinary_sound(source, facts, facts.audio, layout="mono")
    sound = sound.filter("aresample", SAMPLE_RATE_HZ)
    output = ffmpeg.output(sound, "-", f="s16le", t=facts.duration_s)
    command = compile_command([output], tools, has_progress=False)
    finished = run(
        command,
        limits=sound_limits(facts.duration_s),
        cwd=out_dir,
        on_stdout=outline.feed,
        should_stop=should_stop,
    )
    data = {"duration_s": round(facts.duration_s, 3), "peaks": outline.close()}
    part = out_dir / f".{NAME}.part"
    part.write_text(json.dumps(data, separators=(",", ":")))
    part.replace(out_dir / NAME)
    return finished
