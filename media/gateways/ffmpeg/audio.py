"""Encode the sound of a film: one rendition, whole, at the usual loudness."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from media.errors import OutputRejected
from media.gateways.ffmpeg.commands import FRAGMENTED, NO_METADATA, compile_command
from media.gateways.ffmpeg.facts import AudioFacts
from media.gateways.ffmpeg.plan import SEGMENT_S, Plan
from media.gateways.ffmpeg.runner import Finished, run
from media.gateways.ffmpeg.scratch import scratch_folder
from media.gateways.ffmpeg.segments import Segment, Splitter, total_s
from media.gateways.ffmpeg.sound import SAMPLE_RATE_HZ, ordinary_sound, sound_limits
from media.gateways.ffmpeg.splitting import run_and_split
from media.gateways.ffmpeg.tools import Tools

FOLDER = "audio"
ENCODED_NAME = "audio.mp4"
BITRATE_BPS = 128_000
TARGET_LUFS = -16.0
PEAK_DBFS = -1.5
TOLERANCE_LU = 1.0
MAX_GAIN_DB = 20.0
# Below this the sound is silence or hiss: nothing to bring up.
SILENCE_LUFS = -60.0
# ffmpeg's AAC encoder starts with one frame of silence.
PRIMING_S = 1024 / SAMPLE_RATE_HZ
LENGTH_TOLERANCE_S = 0.1
INTEGRATED = re.compile(r"I:\s+(-?[\d.]+|-?inf|nan) LUFS")


@dataclass(frozen=True, slots=True)
class AudioResult:
    """The media segments of the sound, and its loudness (None for silence)."""

    segments: tuple[Segment, ...]
    loudness_before_lufs: float | None
    loudness_after_lufs: float | None
    gain_db: float
    cpu_s: float
    peak_rss_bytes: int

    def to_json(self) -> dict[str, Any]:
        """Return a plain dict that `json.dumps` accepts."""
        return {
            "segments": [segment.to_json() for segment in self.segments],
            "loudness_before_lufs": self.loudness_before_lufs,
            "loudness_after_lufs": self.loudness_after_lufs,
            "gain_db": self.gain_db,
            "cpu_s": round(self.cpu_s, 3),
            "peak_rss_bytes": self.peak_rss_bytes,
        }


def encode_audio(
    source: Path,
    plan: Plan,
    out_dir: Path,
    tools: Tools,
    *,
    on_progress: Callable[[float], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    on_segments: Callable[[list[Segment]], None] | None = None,
) -> AudioResult:
    """Encode the sound into `out_dir/audio/init.mp4` and `a_<k>.m4s` (AAC stereo).

    It is measured first, then brought to -16 LUFS by one constant gain and a limiter at
    -1.5 dBFS when it is off by more than 1 LU. `on_progress` receives seconds of sound, over
    both passes together half each; `on_segments` all segments written so far, whenever there
    are more. Only for plans with `has_audio`.

    Raises OutputRejected when the length is wrong, and the errors of `runner.run`.
    """
    audio = plan.facts.audio
    assert audio is not None
    tell = on_progress or (lambda done_s: None)
    measured = _measure(source, plan, audio, tools, lambda done_s: tell(done_s / 2), should_stop)
    before_lufs = _loudness(measured.log_tail)
    gain_db = _gain_db(before_lufs)
    output = _encoded(source, plan, audio, gain_db)
    with scratch_folder(out_dir) as scratch:
        encoded, segments = run_and_split(
            compile_command([output], tools, log="info"),
            _splitter(scratch, out_dir / FOLDER),
            limits=sound_limits(plan.duration_s),
            cwd=scratch,
            on_progress=lambda done_s: tell((plan.duration_s + done_s) / 2),
            should_stop=should_stop,
            on_segments=on_segments,
        )
    tell(plan.duration_s)
    if abs(total_s(segments) - PRIMING_S - plan.duration_s) > LENGTH_TOLERANCE_S:
        raise OutputRejected(f"{total_s(segments):.3f} s of sound, not {plan.duration_s:.3f}")
    return AudioResult(
        segments=segments,
        loudness_before_lufs=before_lufs,
        loudness_after_lufs=_loudness(encoded.log_tail),
        gain_db=gain_db,
        cpu_s=measured.cpu_s + encoded.cpu_s,
        peak_rss_bytes=max(measured.peak_rss_bytes, encoded.peak_rss_bytes),
    )


def _splitter(scratch: Path, folder: Path) -> Splitter:
    folder.mkdir(parents=True, exist_ok=True)
    return Splitter(
        scratch / ENCODED_NAME,
        folder,
        name=lambda number: f"a_{number}.m4s",
        starts_segment=lambda shown_s, frame: True,
        first_shown_s=-PRIMING_S,
    )


def _measure(
    source: Path,
    plan: Plan,
    audio: AudioFacts,
    tools: Tools,
    on_progress: Callable[[float], None],
    should_stop: Callable[[], bool] | None,
) -> Finished:
    sound = ordinary_sound(source, plan.facts, audio).filter("ebur128", framelog="verbose")
    output = ffmpeg.output(sound, "-", f="null", t=plan.duration_s)
    return run(
        compile_command([output], tools, log="info"),
        limits=sound_limits(plan.duration_s),
        cwd=source.parent,
        on_progress=on_progress,
        should_stop=should_stop,
    )


def _encoded(source: Path, plan: Plan, audio: AudioFacts, gain_db: float) -> Any:
    """Return the output node: gain, limiter, exactly as long as the film, AAC."""
    sound = ordinary_sound(source, plan.facts, audio)
    if gain_db:
        limit = f"{10 ** (PEAK_DBFS / 20):.6f}"
        sound = sound.filter("volume", f"{gain_db:.2f}dB")
        sound = sound.filter("alimiter", limit=limit, level=0, latency=1)
    sound = sound.filter("apad", whole_dur=f"{plan.duration_s:.6f}")
    sound = sound.filter("atrim", end=f"{plan.duration_s:.6f}")
    sound = sound.filter("ebur128", framelog="verbose")
    sound = sound.filter("aformat", sample_fmts="fltp", sample_rates=SAMPLE_RATE_HZ)
    options = {
        **FRAGMENTED,
        **NO_METADATA,
        "movflags": "empty_moov+default_base_moof",
        "frag_duration": SEGMENT_S * 1_000_000,
        "c:a": "aac",
        "b:a": BITRATE_BPS,
        "ar": SAMPLE_RATE_HZ,
        "ac": 2,
    }
    return ffmpeg.output(sound, ENCODED_NAME, **options)


def _loudness(log: str) -> float | None:
    """Return the integrated loudness from the end of an ebur128 log, None for silence."""
    found = INTEGRATED.findall(log)
    value = float(found[-1]) if found else float("-inf")
    return value if value > SILENCE_LUFS else None


def _gain_db(loudness_lufs: float | None) -> float:
    if loudness_lufs is None or abs(TARGET_LUFS - loudness_lufs) <= TOLERANCE_LU:
        return 0.0
    return round(min(MAX_GAIN_DB, TARGET_LUFS - loudness_lufs), 2)
