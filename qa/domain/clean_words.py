"""Words as people meant them: without invisible signs, tricks of direction and towers of accents.

Emoji families and Persian keep the joiners that they are written with. A French question mark
keeps its distance, and never begins a line; nor does a unit without its figure.
"""

import re
import unicodedata

_TORN_APART = re.compile(
    r"(?<=«) | (?=[?!:;»%€])|(?<=\d) (?=\d{3}(?!\d)|(?:kg|km|g|t|l|h|min|s|m)\b)"
)
ZWNJ, ZWJ = "\u200c", "\u200d"
MOST_MARKS = 3
# Blank letters and signs: Unicode files them under things that can be seen.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
# Marks that turn a sign into an emoji of its kind; they stand on nothing.
_SELECTORS = frozenset("\ufe0e\ufe0f\u20e3")


def clean_words(text: str) -> str:
    """Return `text` in normal form C, its spaces single, with nothing in it that nobody can see.

    The space before ? ! : ; » % € and after « becomes one that does not break; so do those before
    a figure's unit and its thousands.
    """
    kept: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        if character.isspace():
            kept.append(" ")
        elif _is_kept(character, kept):
            kept.append(character)
    words = "".join(kept).replace(f"{ZWJ} ", " ").strip(f"{ZWJ}{ZWNJ} ")
    words = " ".join(words.split())
    return _TORN_APART.sub("\u00a0", words)


def says_something(words: str) -> bool:
    """Say whether there is a letter, a digit or a picture in clean `words`."""
    return any(unicodedata.category(one)[0] in "LN" or _is_picture(one) for one in words)


def _is_kept(character: str, before: list[str]) -> bool:
    category = unicodedata.category(character)
    last = before[-1] if before else " "
    if character in _BLANK:
        return False
    if character == ZWJ:
        return _is_picture(last) or last in _SELECTORS or unicodedata.category(last) in ("Sk", "Mn")
    if character == ZWNJ:
        return unicodedata.bidirectional(last) in ("AL", "NSM")
    if category[0] == "M":
        marks = before[-MOST_MARKS:]
        return len(marks) < MOST_MARKS or any(unicodedata.category(m)[0] != "M" for m in marks)
    return category[0] != "C"


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) == "So"
