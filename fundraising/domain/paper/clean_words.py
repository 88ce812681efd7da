"""Words as they may stand on paper: nothing in them that is not seen."""

from unicodedata import category, normalize

# Control characters, turns of direction and other marks without a shape, halves of letters.
_UNSEEN = ("Cc", "Cf", "Cs")


def clean_words(text: str) -> str:
    """Return `text` composed, with plain spaces for tabs, and without what has no shape."""
    composed = normalize("NFC", text.replace("\t", " ").replace("\r\n", "\n"))
    return "".join(
        letter for letter in composed if letter == "\n" or category(letter) not in _UNSEEN
    )
