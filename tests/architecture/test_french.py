"""French as printers set it: what belongs together never stands on two lines."""

import re

import pytest
from babel.messages.pofile import read_po

from tests.conftest import REPOSITORY

# A plain space before a high mark or a unit, or behind an opening quotation mark.
_TORN = re.compile(
    r" (?:[?!;»](?!\w)|:(?=\s|$|<)|%+(?=[\s.,;»]|$)|€)|« "
    r"|(?:\d|%\((?:seconds|minutes|hours)\)s) (?:kg|g|t|Mo|min|s|h)\b"
)
_TYPED = re.compile(r"\w'\w|\.\.\.")
# Addresses, forms of questions to type and the like have nothing to do with print.
_MARKUP = re.compile(r"<[^>]*>|https?://\S+")


def french() -> list[str]:
    with (REPOSITORY / "locale/fr/LC_MESSAGES/django.po").open("rb") as file:
        catalog = read_po(file, locale="fr")
    found = []
    for message in catalog:
        if message.id:
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            found += [_MARKUP.sub("", string) for string in strings]
    return found


@pytest.mark.parametrize("fault", [_TORN, _TYPED], ids=["torn", "typed"])
def test_no_sentence_is_set_carelessly(fault):
    assert [words for words in french() if fault.search(words)] == []


@pytest.mark.parametrize(
    "words", ["Vraiment ?", "« Oui »", "À 10 h 5", "3 kg", "50 %.", "Vide : rien"]
)
def test_what_is_torn(words):
    assert _TORN.search(words)
    assert not _TORN.search(words.replace(" ", "\u00a0"))
