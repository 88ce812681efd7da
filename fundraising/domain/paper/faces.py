"""The faces of our pages as files that a PDF can carry: one weight, one width, outlines only."""

from enum import Enum
from functools import lru_cache
from io import BytesIO

from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from PIL import ImageFont

_FOLDER = "vendor/fonts/"
_HEADINGS = {"wght": 800.0, "wdth": 82.0}
_TEXT = {"wght": 400.0}
# How letters are set together: the PDF places each of them itself, and instancing it is slow.
_FULL_NAME = 4
_UNUSED_TABLES = ("GDEF", "GPOS", "GSUB")


class Face(Enum):
    """A face; letters of the rest of Europe stand in files of their own."""

    HEADINGS = "bricolage-grotesque-latin-wdth-normal.woff2"
    HEADINGS_EXTENDED = "bricolage-grotesque-latin-ext-wdth-normal.woff2"
    TEXT = "atkinson-hyperlegible-next-latin-wght-normal.woff2"
    TEXT_EXTENDED = "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"

    @property
    def extended(self) -> "Face":
        """The face of the letters that this one has not."""
        return Face.TEXT_EXTENDED if self in _TEXTS else Face.HEADINGS_EXTENDED


_TEXTS = (Face.TEXT, Face.TEXT_EXTENDED)


@lru_cache(maxsize=len(Face))
def outlines(face: Face) -> bytes:
    """Return the TrueType file of `face`; of Pillow's own face where it is missing.

    It takes a tenth of a second, once in the life of a process.
    """
    path = finders.find(_FOLDER + face.value)
    if not isinstance(path, str):
        return bytes(ImageFont.load_default(10).font_bytes)  # type: ignore[union-attr]
    font = TTFont(path, recalcTimestamp=False)
    for table in _UNUSED_TABLES:
        if table in font:
            del font[table]
    axes = _TEXT if face in _TEXTS else _HEADINGS
    instantiateVariableFont(font, axes, inplace=True, static=True)
    font["name"].names = []
    font["name"].setName(f"Potager-{face.name.title()}", _FULL_NAME, 3, 1, 0x409)
    font.flavor = None
    written = BytesIO()
    font.save(written)
    return written.getvalue()


@lru_cache(maxsize=len(Face))
def letters(face: Face) -> frozenset[int]:
    """Return the letters that `face` has."""
    return frozenset(TTFont(BytesIO(outlines(face))).getBestCmap())
