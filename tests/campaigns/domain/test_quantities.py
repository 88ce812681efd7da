"""Quantities are said exactly, as people of each language write them."""

from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.quantities import quantity_label
from campaigns.enums import Unit


@pytest.mark.parametrize(
    ("quantity", "unit", "french", "english"),
    [
        (0, "g", "0 kg", "0 kg"),
        (1, "g", "1 g", "1 g"),
        (999, "g", "999 g", "999 g"),
        (2_000, "g", "2 kg", "2 kg"),
        (2_050, "g", "2,05 kg", "2.05 kg"),
        (1_250_000, "g", "1 250 kg", "1,250 kg"),
        (1_000_000, "g", "1 t", "1 t"),
        (110_000_000, "g", "110 t", "110 t"),
        (40_000_000_000, "g", "40 000 t", "40,000 t"),
        (110_000_001, "g", "110 000,001 kg", "110,000.001 kg"),
        (0, "ml", "0 L", "0 L"),
        (750, "ml", "750 ml", "750 ml"),
        (1_500, "ml", "1,5 L", "1.5 L"),
        (20_000, "item", "20 000", "20,000"),
        (1_999, "cent", "19,99 €", "€19.99"),
        (1_990, "cent", "19,90 €", "€19.90"),
        (2_000, "cent", "20 €", "€20"),
        (5, "cent", "0,05 €", "€0.05"),
        (123_456_789, "cent", "1 234 567,89 €", "€1,234,567.89"),
        (-2_000, "g", "−2 kg", "−2 kg"),
        (-1_999, "cent", "−19,99 €", "−€19.99"),
    ],
)
def test_labels(quantity, unit, french, english):
    with override("fr"):
        assert quantity_label(quantity, unit).replace("\xa0", " ") == french
    with override("en"):
        assert quantity_label(quantity, unit) == english.replace(" ", "\xa0")


def test_french_never_breaks_inside_a_label():
    with override("fr"):
        assert " " not in quantity_label(1_250_000, "g") + quantity_label(123_456, "cent")


def test_an_unknown_unit_is_an_error():
    with pytest.raises(ValueError, match="parsec"):
        quantity_label(1, "parsec")


FACTORS = {"g": 1, "kg": 1_000, "t": 1_000_000, "ml": 1, "L": 1_000, "": 1}


@given(st.integers(0, 10**18), st.sampled_from(Unit.values))
def test_nothing_is_ever_rounded(quantity, unit):
    with override("en"):
        label = quantity_label(quantity, unit).replace(",", "")
    if unit == Unit.CENT:
        assert Decimal(label.removeprefix("€")) * 100 == quantity
    else:
        number, _, symbol = label.partition("\xa0")
        assert Decimal(number) * FACTORS[symbol] == quantity
