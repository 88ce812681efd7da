"""Which amounts a page offers, each with what it makes possible."""

from datetime import date

from fundraising.domain.euros import euros
from fundraising.models import Fund

# What is offered where nobody has said what amounts mean.
_USUAL = (10_00, 20_00, 50_00)


def offered_amounts(fund: Fund, on: date, language: str) -> list[tuple[str, str]]:
    """Return (cents, words) of each amount: “20 € = 10 kg of vegetables”."""
    meanings = list(fund.meanings.on(on))  # type: ignore[attr-defined]
    if not meanings:
        return [(str(cents), euros(cents, language)) for cents in _USUAL]
    return [
        (str(one.amount_cents), f"{euros(one.amount_cents, language)} = {one.words_in(language)}")
        for one in meanings
    ]
