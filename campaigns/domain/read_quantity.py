"""Quantities as people type them: « 2 kg », “110 t”, « 19,99 € ». Whole numbers come out.

No float is ever made: `int(float("19.99") * 100)` is 1998.
"""

import re
from decimal import Decimal

from django.utils.translation import get_language

from campaigns.enums import Unit
from campaigns.refusals import NotAQuantity, OtherMeasure, TooFine, TooMuch, TwoReadings

# PositiveBigIntegerField holds no more, on both databases.
MOST = 2**63 - 1
# For each unit its measures, the one meant by a bare number first.
MEASURES: dict[str, dict[str, int]] = {
    Unit.GRAM: {"kg": 1_000, "t": 1_000_000, "g": 1},
    Unit.MILLILITRE: {"l": 1_000, "hl": 100_000, "cl": 10, "ml": 1},
    Unit.CENT: {"€": 100, "eur": 100, "euro": 100, "euros": 100, "cent": 1, "cents": 1},
    Unit.ITEM: {"": 1},
}
EXAMPLES: dict[str, str] = {
    Unit.GRAM: "2 kg, 500 g, 110 t",
    Unit.MILLILITRE: "1 l, 75 cl, 20 hl",
    Unit.CENT: "5 €, 0.50 €",
    Unit.ITEM: "1, 20000",
}
# How a stored quantity is written into a field: the first measure that does it exactly.
_WRITTEN: dict[str, tuple[tuple[str, int, int], ...]] = {
    Unit.GRAM: (("t", 1_000_000, 0), ("kg", 1_000, 2), ("g", 1, 0)),
    Unit.MILLILITRE: (("l", 1_000, 2), ("ml", 1, 0)),
    Unit.CENT: (("€", 100, 2),),
    Unit.ITEM: (("", 1, 0),),
}
_TYPED = re.compile(r"(?P<number>\d[\d\s.,'’]*)\s*(?P<measure>[^\W\d_]*|€)\.?")
_GROUPED = re.compile(r"\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


def read_quantity(typed: str, unit: str) -> int:
    """Return what was typed in whole numbers of `unit` (grams, millilitres, items, cents).

    A bare number is in kilograms, litres, euros or items. Raises a QuantityRefused.
    """
    text = " ".join(typed.split())
    examples = EXAMPLES[unit]
    if text.startswith("€"):
        text = f"{text[1:].strip()} €"
    match = _TYPED.fullmatch(text)
    if match is None:
        raise NotAQuantity(typed=typed, examples=examples)
    factor = _factor(match["measure"].lower(), unit, typed)
    exact = _number(match["number"].strip(), typed, examples) * factor
    if exact > MOST:
        raise TooMuch(typed=typed)
    whole = int(exact)
    if exact != whole:
        raise TooFine(typed=typed, unit=Unit(unit).label)
    return whole


def write_quantity(quantity: int, unit: str) -> str:
    """Return `quantity` as somebody would type it; `read_quantity` gives it back exactly."""
    for measure, size, places in _WRITTEN[unit]:
        whole, rest = divmod(quantity * 10**places, size)
        if not rest and (quantity >= size or size == 1 or unit == Unit.CENT):
            number = _decimal(whole, places)
            return f"{number} {measure}".rstrip()
    return f"{quantity} {_WRITTEN[unit][-1][0]}".rstrip()


def _factor(measure: str, unit: str, typed: str) -> int:
    known = MEASURES[unit]
    if not measure:
        return next(iter(known.values()))
    if measure in known:
        return known[measure]
    if any(measure in measures for measures in MEASURES.values()):
        raise OtherMeasure(typed=typed, unit=Unit(unit).label, examples=EXAMPLES[unit])
    raise NotAQuantity(typed=typed, examples=EXAMPLES[unit])


def _number(number: str, typed: str, examples: str) -> Decimal:
    if _AMBIGUOUS.fullmatch(number):
        grouped, decimal = re.sub(r"[.,]", "", number), number.rstrip("0").rstrip(".,")
        raise TwoReadings(typed=typed, grouped=grouped, decimal=decimal)
    if _GROUPED.fullmatch(number) is None:
        raise NotAQuantity(typed=typed, examples=examples)
    return Decimal(re.sub(r"[\s'’]", "", number).replace(",", "."))


def _decimal(whole: int, places: int) -> str:
    mark = "." if get_language() == "en" else ","
    digits = f"{whole:0{places + 1}}"
    head, tail = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    return f"{head}{mark}{tail}" if tail else head
