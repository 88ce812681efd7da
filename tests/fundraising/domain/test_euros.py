"""Sums of money read and written, to the cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundraising.domain.euros import euros, euros_in_languages, read_cents, typed


@pytest.mark.parametrize(
    ("cents", "french", "english"),
    [
        (0, "0\u00a0€", "€0"),
        (1, "0,01\u00a0€", "€0.01"),
        (19_99, "19,99\u00a0€", "€19.99"),
        (20_00, "20\u00a0€", "€20"),
        (1_247_50, "1\u00a0247,50\u00a0€", "€1,247.50"),
        (1_000_000_00, "1\u00a0000\u00a0000\u00a0€", "€1,000,000"),
        (-5_50, "−5,50\u00a0€", "−€5.50"),
    ],
)
def test_written(cents, french, english):
    assert (euros(cents, "fr"), euros(cents, "en")) == (french, english)


def test_in_each_language_of_the_site():
    assert euros_in_languages(12_50) == {"fr": "12,50\u00a0€", "en": "€12.50"}


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("20", 20_00),
        (" 20,5 ", 20_50),
        ("19.99", 19_99),
        ("1 247,50 €", 1_247_50),
        ("1\u202f247\u00a0€", 1_247_00),
        ("€12.50", 12_50),
        ("12 euros", 12_00),
        ("0,01", 1),
    ],
)
def test_read(text, cents):
    assert read_cents(text) == cents


@pytest.mark.parametrize(
    "text",
    ["", "€", "vingt", "-5", "+5", "1e3", "1.247", "1,247", "1 24", "12 3456", "5,", ",5", "0x10",
     "٣٤", "1,2,3", "NaN", "Infinity", "9" * 10, "20 $", "2\n0"],
)  # fmt: skip
def test_what_is_no_amount_or_has_two_readings(text):
    assert read_cents(text) is None


@given(st.integers(min_value=0, max_value=999_999_999_99))
def test_what_is_written_is_read_back_to_the_cent(cents):
    assert read_cents(typed(cents)) == cents
    assert read_cents(euros(cents, "fr")) == cents


@given(st.integers(min_value=0, max_value=99_999), st.integers(min_value=0, max_value=99))
def test_no_cent_is_lost(whole, part):
    assert read_cents(f"{whole},{part:02}") == whole * 100 + part
