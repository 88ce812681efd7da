"""Words without the disguises of their spelling, to find the same text again."""

import unicodedata

LONGEST_FOLD = 400
# Small letters of other scripts that look like Latin ones, and those.
_LOOK_ALIKES = str.maketrans(
    "авеикмнорстухѕіјԁһԛԝεικνορτυχϲϳ",
    "abeukmhopctyxsijdhqweiknoptuxcj",
)


def fold(words: str) -> str:
    """Return `words` in small letters without accents, marks, invisible signs and punctuation.

    Letters of other scripts that look like Latin ones become those.

    Two texts with the same fold say the same, letter for letter. At most LONGEST_FOLD characters.
    """
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(_sign(character) for character in plain).translate(_LOOK_ALIKES)
    return " ".join(kept.split())[:LONGEST_FOLD]


def _sign(character: str) -> str:
    """Return what stays of one character: letters and digits; other signs part words or vanish."""
    match unicodedata.category(character)[0]:
        case "L" | "N":
            return character
        case "M" | "C" if character not in "\n\t\r":
            return ""
        case _:
            return " "
