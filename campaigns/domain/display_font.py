"""The font of our headings, for pictures that carry words."""

from functools import lru_cache
from io import BytesIO

from django.contrib.staticfiles import finders
from PIL import ImageFont

_FILE = "vendor/fonts/bricolage-grotesque-latin-wdth-normal.woff2"
_AXES = {"Optical size": 24, "Weight": 800, "Width": 82}


@lru_cache(maxsize=16)
def display_font(size_px: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return Bricolage Grotesque, extra bold and narrow; Pillow's own font where it is missing."""
    path = finders.find(_FILE)
    if not isinstance(path, str):
        return ImageFont.load_default(size_px)
    with open(path, "rb") as file:
        font = ImageFont.truetype(BytesIO(file.read()), size_px)
    names = [axis["name"].decode() for axis in font.get_variation_axes()]
    font.set_variation_by_axes([_AXES[name] for name in names])
    return font
