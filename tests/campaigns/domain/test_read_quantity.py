"""What people type becomes exactly what they mean, or a sentence."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.read_quantity import MOST, read_quantity, write_quantity
from campaigns.enums import Unit
from campaigns.refusals import NotAQuantity, OtherMeasure, TooFine, TooMuch, TwoReadings


@pytest.mark.parametrize(
    ("typed", "unit", "quantity"),
    [
        ("2 kg", "g", 2_000),
        ("2", "g", 2_000),
        ("110 t", "g", 110_000_000),
        ("110T", "g", 110_000_000),
        ("500 g", "g", 500),
        ("1,5 kg", "g", 1_500),
        ("1.5 kg", "g", 1_500),
        ("0,500 kg", "g", 500),
        ("12 500 kg", "g", 12_500_000),
        ("12\u202f500\u00a0kg", "g", 12_500_000),
        ("1'250'000 kg", "g", 1_250_000_000),
        ("19,99 €", "cent", 1_999),
        ("€19.99", "cent", 1_999),
        ("5 euros", "cent", 500),
        ("75 cl", "ml", 750),
        ("2 L", "ml", 2_000),
        ("20 000", "item", 20_000),
        ("0", "item", 0),
    ],
)
def test_as_people_write(typed, unit, quantity):
    assert read_quantity(typed, unit) == quantity


@pytest.mark.parametrize(
    ("typed", "unit", "refusal"),
    [
        ("", "g", NotAQuantity),
        ("beaucoup", "g", NotAQuantity),
        ("-2 kg", "g", NotAQuantity),
        ("2 pouds", "g", NotAQuantity),
        ("1 2 kg", "g", NotAQuantity),
        ("1,2,3", "g", NotAQuantity),
        ("1e9", "g", NotAQuantity),
        ("1,500 kg", "g", TwoReadings),
        ("20,000", "item", TwoReadings),
        ("2 l", "g", OtherMeasure),
        ("2 kg", "item", OtherMeasure),
        ("0,5 g", "g", TooFine),
        ("1,5", "item", TooFine),
        ("0,001 €", "cent", TooFine),
        ("9" * 19, "item", TooMuch),
        ("9" * 30 + " t", "g", TooMuch),
    ],
)
def test_anything_else_gets_a_sentence(typed, unit, refusal):
    with pytest.raises(refusal) as refused:
        read_quantity(typed, unit)
    assert typed in str(refused.value)
    assert str(refused.value).endswith(".")


def test_both_readings_are_offered():
    with pytest.raises(TwoReadings) as refused:
        read_quantity("1,500 kg", "g")
    with override("en"):
        assert "1500 or 1,5" in str(refused.value)


@given(st.integers(0, MOST), st.sampled_from(Unit.values), st.sampled_from(["fr", "en"]))
def test_what_is_written_reads_the_same(quantity, unit, language):
    with override(language):
        assert read_quantity(write_quantity(quantity, unit), unit) == quantity


def test_written_as_people_would():
    cases = {
        (110_000_000, "g"): "110 t",
        (2_000, "g"): "2 kg",
        (1_500, "g"): "1,5 kg",
        (1_234, "g"): "1234 g",
        (1_999, "cent"): "19,99 €",
        (50, "cent"): "0,5 €",
        (750, "ml"): "750 ml",
        (20_000, "item"): "20000",
        (0, "g"): "0 g",
    }
    with override("fr"):
        assert {case: write_quantity(*case) for case in cases} == cases
