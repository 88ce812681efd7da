"""A sum in French words, as a tax receipt writes it."""

from num2words import num2words

from fundraising.domain.euros import CENTS

_MILLION = 1_000_000


def spell_euros(cents: int) -> str:
    """Return a sum in cents in words: “mille deux cent quarante-sept euros et cinquante centimes”.

    Whole millions take “d’euros”, sums under two euros the singular.
    """
    whole, part = divmod(cents, CENTS)
    words = []
    if whole or not part:
        of = "d’" if whole and whole % _MILLION == 0 else ""
        words.append(f"{num2words(whole, lang='fr')} {of}{_noun('euro', whole)}".replace("’ ", "’"))
    if part:
        words.append(f"{num2words(part, lang='fr')} {_noun('centime', part)}")
    return " et ".join(words)


def _noun(noun: str, number: int) -> str:
    return f"{noun}s" if number > 1 else noun
