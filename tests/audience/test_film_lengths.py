"""How long a film is, asked of those who registered."""

import pytest

from audience import film_lengths
from audience.film_lengths import length_of, register_lengths


@pytest.fixture(autouse=True)
def _nobody_registered(monkeypatch):
    monkeypatch.setattr(film_lengths, "_sources", [])


def test_nobody_knows():
    assert length_of("m", "f") is None


def test_the_first_who_knows_answers():
    asked = []

    def ignorant(meter_key, film):
        asked.append((meter_key, film))

    register_lengths(ignorant)
    register_lengths(ignorant)
    register_lengths(lambda meter_key, film: 102.0)
    assert length_of("m", "f") == 102.0
    assert asked == [("m", "f")]


def test_a_film_without_a_length_has_none():
    register_lengths(lambda meter_key, film: 0.0)
    assert length_of("m", "f") is None
