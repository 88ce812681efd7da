"""Sound of the demo films: a plucked tune computed note by note, and recorded lines laid on time.

Everything is plain 16-bit mono WAV written with the standard library, so the same film always
gives the same samples.
"""

import math
import random
import sys
import wave
from array import array
from collections.abc import Iterable
from pathlib import Path

from portal.demo.screenplay import Tune

RATE_HZ = 22_050
_BEATS_PER_BAR = 4
_ARPEGGIOS = ((0, 2, 1, 2), (0, 1, 2, 3), (2, 1, 0, 1), (3, 2, 1, 2))
_POP_S = 0.09


def write_tune(tune: Tune, seed: str, path: Path) -> float:
    """Write one round of the tune, made to loop seamlessly; return its length in seconds.

    `seed` (the film's slug) picks the rhythm of the plucked notes: each film has its own.
    """
    chance = random.Random(seed)  # noqa: S311 - a melody, not a secret
    beat_s = 60 / tune.tempo_bpm
    length = round(len(tune.bass) * _BEATS_PER_BAR * beat_s * RATE_HZ)
    track = [0.0] * length
    third = 3 if tune.minor else 4
    for bar, root in enumerate(tune.bass):
        bar_s = bar * _BEATS_PER_BAR * beat_s
        for beat, note in ((0, root), (2, root + 7 if bar % 2 else root)):
            _add(track, bar_s + beat * beat_s, _pluck(note - 12, beat_s * 1.7, 0.5), 0.5)
        chord = (root + 12, root + 12 + third, root + 19, root + 24)
        pattern = chance.choice(_ARPEGGIOS)
        for half in range(_BEATS_PER_BAR * 2):
            if half in (0, 3, 6) or chance.random() < 0.45:
                note = chord[pattern[half % 4]] + 12 * (half == 6)
                _add(track, bar_s + half * beat_s / 2, _pluck(note, beat_s * 1.1, 0.9), 0.28)
    _write(path, track)
    return length / RATE_HZ


def write_voices(
    recordings: Iterable[tuple[float, float, Path]],
    cuts_s: Iterable[float],
    duration_s: float,
    path: Path,
) -> None:
    """Write the voice track of a film: recorded lines at their second, a soft pop at each cut.

    `recordings` are (start, latest end, file); what would run past its end is faded out.
    """
    track = [0.0] * round(duration_s * RATE_HZ)
    for start_s in cuts_s:
        _add(track, start_s, _pop(), 0.3)
    for start_s, end_s, file in recordings:
        samples = read_samples(file)
        room = round((end_s - start_s) * RATE_HZ)
        fade = min(800, room)
        if len(samples) > room:
            samples = samples[:room]
            for i in range(fade):
                samples[room - 1 - i] *= i / fade
        loudest = max(map(abs, samples), default=1.0) or 1.0
        _add(track, start_s, samples, 0.8 / loudest)
    _write(path, track)


def read_samples(path: Path) -> list[float]:
    """Return a mono 16-bit recording as numbers between -1 and 1, without its outer silence.

    Raises ValueError when its rate is not ours.
    """
    with wave.open(str(path), "rb") as recording:
        if recording.getframerate() != RATE_HZ or recording.getnchannels() != 1:
            raise ValueError(f"{path.name}: expected mono at {RATE_HZ} Hz")
        raw = array("h", recording.readframes(recording.getnframes()))
    if sys.byteorder == "big":
        raw.byteswap()
    heard = [i for i, sample in enumerate(raw) if abs(sample) > 160]
    if not heard:
        return []
    return [sample / 32_768 for sample in raw[heard[0] : heard[-1] + 1]]


def _pluck(note: int, length_s: float, brightness: float) -> list[float]:
    """Pluck a string (Karplus and Strong): a burst of noise that its own echo softens."""
    period = max(2, round(RATE_HZ / (440 * 2 ** ((note - 69) / 12))))
    chance = random.Random(note)  # noqa: S311 - string noise, not a secret
    string = [chance.uniform(-1, 1) for _ in range(period)]
    for _ in range(round((1 - brightness) * 8) + 2):
        string = [(string[i] + string[i - 1]) / 2 for i in range(period)]
    loudest = max(map(abs, string))
    string = [sample / loudest for sample in string]
    samples: list[float] = []
    length = round(length_s * RATE_HZ)
    while len(samples) < length:
        samples.extend(string)
        string = [0.498 * (string[i] + string[i - 1]) for i in range(period)]
    del samples[length:]
    release = min(length, RATE_HZ // 20)
    for i in range(release):
        samples[length - 1 - i] *= i / release
    return samples


def _pop() -> list[float]:
    """Make the small "plop" heard at each cut: a falling, dying tone."""
    count = round(_POP_S * RATE_HZ)
    return [
        math.sin(2 * math.pi * (520 * x - 2_300 * x * x)) * math.exp(-38 * x)
        for x in (i / RATE_HZ for i in range(count))
    ]


def _add(track: list[float], at_s: float, samples: list[float], gain: float) -> None:
    start = round(at_s * RATE_HZ)
    length = len(track)
    for i, sample in enumerate(samples, start):
        track[i % length] += sample * gain


def _write(path: Path, track: list[float]) -> None:
    scale = 30_000 / max(1.0, max(track), -min(track))
    samples = array("h", [int(x * scale) for x in track])
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(samples.tobytes())
