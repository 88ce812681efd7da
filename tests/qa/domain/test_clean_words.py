"""Words without tricks: blanks are blank, families stay together, Persian stays Persian."""

import pytest

from qa.domain.clean_words import clean_words, says_something

FAMILY = "👨\u200d👩\u200d👧"
PERSIAN = "می\u200cخواهم"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("  Qui   a\tmangé\nla courge  ", "Qui a mangé la courge"),
        ("cou\u200brge", "courge"),
        ("cou\u00adrge", "courge"),
        ("\u202eegruoc\u202c", "egruoc"),
        ("courge\U000e0041", "courge"),
        ("cafe\u0301", "café"),
        (f"Et nous {FAMILY} alors", f"Et nous {FAMILY} alors"),
        ("❤\ufe0f", "❤\ufe0f"),
        (PERSIAN, PERSIAN),
        ("a\u200db", "ab"),
        ("a\u200cb", "ab"),
        ("z" + "\u0301" * 200, "ź" + "\u0301" * 3),
        ("Pourquoi ?", "Pourquoi\u00a0?"),
        ("« Oui » : non !", "«\u00a0Oui\u00a0»\u00a0: non\u00a0!"),
        ("Un clic, 2 kg : et 1 000 ?", "Un clic, 2\u00a0kg\u00a0: et 1\u00a0000\u00a0?"),
        ("3 € ou 50 % à 10 km", "3\u00a0€ ou 50\u00a0% à 10\u00a0km"),
        ("le 4 mai 2026 à 9 h", "le 4 mai 2026 à 9\u00a0h"),
        ("\x00\x07courge", "courge"),
    ],
)
def test_what_is_kept(sent, kept):
    assert clean_words(sent) == kept
    assert clean_words(kept) == kept


@pytest.mark.parametrize(
    "sent",
    ["", "   ", "\u200b\u200b", "\u3164", "\u2800", "\u115f\u1160", "\u200d", "?!", "…", "\u202e"],
)
def test_nothing_is_said(sent):
    assert not says_something(clean_words(sent))


@pytest.mark.parametrize("sent", ["a", "7", "🥕", FAMILY, PERSIAN, "芋"])
def test_something_is_said(sent):
    assert says_something(clean_words(sent))
