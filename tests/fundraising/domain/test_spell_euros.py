"""Sums in French words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundraising.domain.spell_euros import spell_euros


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (0, "zéro euro"),
        (1, "un centime"),
        (1_00, "un euro"),
        (1_01, "un euro et un centime"),
        (21_00, "vingt et un euros"),
        (80_80, "quatre-vingts euros et quatre-vingts centimes"),
        (81_00, "quatre-vingt-un euros"),
        (200_00, "deux cents euros"),
        (1_247_50, "mille deux cent quarante-sept euros et cinquante centimes"),
        (1_000_000_00, "un million d’euros"),
        (2_000_001_00, "deux millions un euros"),
    ],
)
def test_as_written_on_a_cheque(cents, words):
    assert spell_euros(cents) == words


@given(st.integers(1, 1_000_000_00))
def test_every_sum_has_words_of_its_kind(cents):
    words = spell_euros(cents)
    assert ("euro" in words) == (cents >= 100)
    assert ("centime" in words) == (cents % 100 > 0)
