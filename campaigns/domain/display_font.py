"""The font of our headings, for pictures that carry words."""

from functools import lru_cache
from io import BytesIO

from django.contrib.staticfiles import finders
from PIL import ImageFont

_FILE = "vendor/fonts/bricolage-grotesque-latin-wdth-normal.woff2"
_SMALLEST_OPTICAL, _LARGEST_OPTICAL = 12, 96


@lru_cache(maxsize=16)
def display_font(
    size_px: int, *, optical: int = 24
) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return Bricolage Grotesque, extra bold and narrow; Pillow's own font where it is missing.

    `optical` is the size the letters are cut for: 24 for labels, 96 for posters.
    """
    path = finders.find(_FILE)
    if not isinstance(path, str):
        return ImageFont.load_default(size_px)
    with open(path, "rb") as file:
        font = ImageFont.truetype(BytesIO(file.read()), size_px)
    axes = {
        "Optical size": min(max(optical, _SMALLEST_OPTICAL), _LARGEST_OPTICAL),
        "Weight": 800,
        "Width": 82,
    }
    names = [axis["name"].decode() for axis in font.get_variation_axes()]
    font.set_variation_by_axes([axes[name] for name in names])
    return font
