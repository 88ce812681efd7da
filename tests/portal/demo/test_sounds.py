import wave

import pytest

from portal.demo.screenplay import Tune
from portal.demo.sounds import RATE_HZ, read_samples, write_tune, write_voices

TUNE = Tune(120, (48, 43))


def tone(path, length_s, rate_hz=RATE_HZ):
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(b"\x00\x20\x00\xe0" * round(length_s * rate_hz / 2))
    return path


def test_a_tune_lasts_its_bars_and_is_never_silent(tmp_path):
    length_s = write_tune(TUNE, "essai", tmp_path / "tune.wav")
    samples = read_samples(tmp_path / "tune.wav")
    assert length_s == pytest.approx(4.0, abs=0.01)
    tenth = RATE_HZ // 10
    loudness = [max(map(abs, samples[i : i + tenth])) for i in range(0, len(samples), tenth)]
    assert 0.1 < max(loudness) < 0.95
    assert min(loudness[:-1]) > 0.001


def test_the_same_film_always_has_the_same_tune(tmp_path):
    for name, seed in (("one", "essai"), ("two", "essai"), ("other", "autre")):
        write_tune(TUNE, seed, tmp_path / name)
    one, two, other = ((tmp_path / name).read_bytes() for name in ("one", "two", "other"))
    assert one == two != other


def test_a_voice_is_heard_at_its_second_and_stops_at_its_end(tmp_path):
    recording = tone(tmp_path / "line.wav", 2.0)
    write_voices([(1.0, 2.0, recording)], (), 4.0, tmp_path / "voices.wav")
    with wave.open(str(tmp_path / "voices.wav")) as track:
        assert track.getnframes() == 4 * RATE_HZ
    heard = read_samples(tmp_path / "voices.wav")
    assert len(heard) / RATE_HZ == pytest.approx(1.0, abs=0.05)
    assert max(heard) == pytest.approx(0.73, abs=0.05)


def test_a_cut_makes_a_pop(tmp_path):
    write_voices((), [0.5], 1.0, tmp_path / "voices.wav")
    assert 0.05 < len(read_samples(tmp_path / "voices.wav")) / RATE_HZ < 0.12


def test_silence_reads_as_nothing(tmp_path):
    write_voices((), (), 0.5, tmp_path / "voices.wav")
    assert read_samples(tmp_path / "voices.wav") == []


def test_a_recording_at_another_rate_is_refused(tmp_path):
    with pytest.raises(ValueError, match="mono"):
        read_samples(tone(tmp_path / "line.wav", 0.1, rate_hz=8000))
