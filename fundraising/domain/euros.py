"""Sums of money as people write and read them, in whole cents: no float ever touches one."""

import re

from django.conf import settings

CENTS = 100
NBSP = "\u00a0"
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+")
_SUM = re.compile(r"(?P<whole>[\d \u00a0\u202f]+)(?:[.,](?P<part>\d{1,2}))?", re.ASCII)
_SIGN = re.compile(r"^€\s*|\s*(?:€|euros?|eur)$", re.IGNORECASE)
# A sum with more digits is a slip of the keyboard, and would not fit into a column.
MOST_DIGITS = 9


def euros(cents: int, language: str) -> str:
    """Return an amount in cents as read in `language`: “1 247,50 €”, “€1,247.50”; whole: “20 €”."""
    whole, part = divmod(abs(cents), CENTS)
    sign = "−" if cents < 0 else ""
    grouped = f"{whole:,}"
    if language.startswith("fr"):
        grouped = grouped.replace(",", NBSP)
        return f"{sign}{grouped}{f',{part:02}' if part else ''}{NBSP}€"
    return f"{sign}€{grouped}{f'.{part:02}' if part else ''}"


def euros_in_languages(cents: int) -> dict[str, str]:
    """Return the amount as read in each language of the site, for snapshots."""
    return {code: euros(cents, code) for code, _name in settings.LANGUAGES}


def read_cents(text: str) -> int | None:
    """Return the cents of an amount that somebody typed (“20”, “1 247,50 €”), or None for none.

    Two digits behind a comma or a point are cents; “1.247” and “1,247” have two readings, so they
    are none.
    """
    match = _SUM.fullmatch(_SIGN.sub("", text.strip()))
    if match is None:
        return None
    whole = match["whole"].strip()
    if not _GROUPED.fullmatch(whole):
        return None
    digits = _SPACES.sub("", whole)
    if len(digits) > MOST_DIGITS:
        return None
    return int(digits) * CENTS + int((match["part"] or "0").ljust(2, "0"))


def typed(cents: int) -> str:
    """Return an amount as it is typed into a field: “1247,50”, “20”. `read_cents` reads it back."""
    whole, part = divmod(cents, CENTS)
    return f"{whole},{part:02}" if part else str(whole)
