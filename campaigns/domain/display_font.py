"""The faces of our pages, for pictures that are drawn on the server."""

from functools import lru_cache
from io import BytesIO

from django.contrib.staticfiles import finders
from PIL import ImageFont

_FONT = "vendor/fonts/bricolage-grotesque-latin-wdth-normal.woff2"
_TEXT_FONT = "vendor/fonts/atkinson-hyperlegible-next-%s-wght-normal.woff2"
_AXES = {"Optical size": 24, "Weight": 800, "Width": 82}
# Of Latin letters, those of other languages than the western ones; œ and Œ are not among them.
_EXTENDED = (range(0x100, 0x131), range(0x134, 0x152), range(0x154, 0x250), range(0x1E00, 0x1F00))

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@lru_cache(maxsize=32)
def display_font(size_px: int) -> Font:
    """Return the face as heavy and narrow as headings are; Pillow's own where it is missing."""
    return _font(_FONT, size_px, _AXES)


@lru_cache(maxsize=8)
def text_font(size_px: int, *, extended: bool = False) -> Font:
    """Return the face of texts; `extended`: that of the letters `is_extended` names."""
    name = _TEXT_FONT % ("latin-ext" if extended else "latin")
    return _font(name, size_px, {"Weight": 400})


def is_extended(letter: str) -> bool:
    """Say whether a letter stands in the file of the rest of Europe’s letters."""
    return any(ord(letter) in part for part in _EXTENDED)


def _font(name: str, size_px: int, axes: dict[str, int]) -> Font:
    path = finders.find(name)
    if not isinstance(path, str):
        return ImageFont.load_default(size_px)
    with open(path, "rb") as file:
        font = ImageFont.truetype(BytesIO(file.read()), size_px)
    names = [axis["name"].decode() for axis in font.get_variation_axes()]
    font.set_variation_by_axes([axes[name] for name in names])
    return font
