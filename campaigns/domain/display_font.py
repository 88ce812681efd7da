"""The display face of our pages, for pictures that are drawn on the server."""

from functools import lru_cache
from io import BytesIO

from django.contrib.staticfiles import finders
from PIL import ImageFont

_FONT = "vendor/fonts/bricolage-grotesque-latin-wdth-normal.woff2"
_AXES = {"Optical size": 24, "Weight": 800, "Width": 82}

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@lru_cache(maxsize=32)
def display_font(size_px: int) -> Font:
    """Return the face as heavy and narrow as headings are; Pillow's own where it is missing."""
    path = finders.find(_FONT)
    if not isinstance(path, str):
        return ImageFont.load_default(size_px)
    with open(path, "rb") as file:
        font = ImageFont.truetype(BytesIO(file.read()), size_px)
    names = [axis["name"].decode() for axis in font.get_variation_axes()]
    font.set_variation_by_axes([_AXES[name] for name in names])
    return font
