"""Which amounts a page offers, each with what it makes possible."""

from datetime import date

from django.utils import timezone

from fundraising.domain.euros import euros
from fundraising.domain.issue_receipt import CURRENCY
from fundraising.models import Donation, Fund, Meaning

# What is offered where nobody has said what amounts mean.
_USUAL = (10_00, 20_00, 50_00)


def offered_amounts(fund: Fund, on: date, language: str) -> list[tuple[str, str]]:
    """Return (cents, words) of each amount: “20 € = 10 kg of vegetables”."""
    meanings = list(fund.meanings.on(on))  # type: ignore[attr-defined]
    if not meanings:
        return [(str(cents), euros(cents, language)) for cents in _USUAL]
    return [(str(one.amount_cents), _told(one, language)) for one in meanings]


def meaning_of(gift: Donation, language: str) -> str:
    """Return what a paid gift makes possible, as it was offered that day; "" where nobody said.

    What was paid on top for the provider's fee makes nothing else possible.
    """
    if gift.paid_at is None or gift.currency != CURRENCY or gift.refunded_cents:
        return ""
    meanings = gift.fundraiser.fund.meanings.on(timezone.localdate(gift.paid_at))  # type: ignore[attr-defined]
    found = meanings.filter(amount_cents=gift.paid_cents - gift.covered_cents).first()
    return _told(found, language) if found else ""


def _told(meaning: Meaning, language: str) -> str:
    return f"{euros(meaning.amount_cents, language)} = {meaning.words_in(language)}"
