"""Whole numbers of a pledge's unit as people say them: « 2 kg », « 110 t », « 19,99 € ».

A label is exact, in both languages: nothing is rounded, and no float is ever made.
"""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language

from campaigns.enums import Unit

NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
GRAMS_A_KILOGRAM = 1_000
GRAMS_A_TONNE = 1_000_000
MILLILITRES_A_LITRE = 1_000
CENTS_A_EURO = 100


def quantity_label(quantity: int, unit: str) -> str:
    """Return `quantity`, in whole numbers of `unit`, in the language of this request.

    Whole tonnes are said in tonnes, everything else in kilograms, little in grams. Items are a
    bare number: what they are stands behind it. Raises ValueError for a unit that we do not have.
    """
    sign, size = (MINUS, -quantity) if quantity < 0 else ("", quantity)
    match Unit(unit):
        case Unit.GRAM:
            return sign + _mass(size)
        case Unit.MILLILITRE:
            return sign + _volume(size)
        case Unit.CENT:
            return sign + _money(size)
        case _:
            return sign + _number(Decimal(size))


def _mass(grams: int) -> str:
    if grams and grams % GRAMS_A_TONNE == 0:
        return _measure(Decimal(grams // GRAMS_A_TONNE), "t")
    if grams >= GRAMS_A_KILOGRAM:
        return _measure(_divided(grams, GRAMS_A_KILOGRAM), "kg")
    return _measure(Decimal(grams), "g" if grams else "kg")


def _volume(millilitres: int) -> str:
    if millilitres >= MILLILITRES_A_LITRE or not millilitres:
        return _measure(_divided(millilitres, MILLILITRES_A_LITRE), "L")
    return _measure(Decimal(millilitres), "ml")


def _money(cents: int) -> str:
    decimals = 2 if cents % CENTS_A_EURO else 0
    euros = number_format(_divided(cents, CENTS_A_EURO), decimals, force_grouping=True)
    return f"€{euros}" if (get_language() or "").startswith("en") else f"{euros}{NO_BREAK}€"


def _divided(quantity: int, by: int) -> Decimal:
    """Return `quantity` / `by`, a power of ten, without the zeros at the end."""
    whole, rest = divmod(quantity, by)
    places = len(str(by)) - 1
    return Decimal(f"{whole}.{rest:0{places}}".rstrip("0").rstrip("."))


def _measure(number: Decimal, symbol: str) -> str:
    return f"{_number(number)}{NO_BREAK}{symbol}"


def _number(number: Decimal) -> str:
    return number_format(number, force_grouping=True)
