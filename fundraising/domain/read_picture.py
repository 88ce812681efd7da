"""Read a picture from a stranger: only what can be decoded is kept, drawn anew.

Drawing it anew leaves behind what hides in files: places, names of devices, other files.
"""

import warnings
from io import BytesIO
from typing import IO

from PIL import Image, ImageOps, UnidentifiedImageError

from fundraising.refusals import ImageTooHeavy, ImageTooSmall, NotAnImage

MOST_BYTES = 10 * 2**20
MOST_POINTS = 40_000_000
LEAST_PX = 300
KEPT_PX = (1600, 1600)
_FORMATS = ("JPEG", "PNG", "WEBP")
_PAPER = "#FFF8EC"


def read_picture(file: IO[bytes], size_bytes: int) -> bytes:
    """Return the picture in `file` as a JPEG of at most 1600 points each way.

    Raises NotAnImage, ImageTooHeavy or ImageTooSmall.
    """
    if size_bytes > MOST_BYTES:
        raise ImageTooHeavy
    try:
        with warnings.catch_warnings():
            # Pillow only warns of what would take gigabytes; the sum below refuses it.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=_FORMATS)
            if picture.width * picture.height > MOST_POINTS:
                raise ImageTooHeavy
            if min(picture.size) < LEAST_PX:
                raise ImageTooSmall
            return _drawn(picture)
    except Image.DecompressionBombError as error:
        raise ImageTooHeavy from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise NotAnImage from error


def _drawn(picture: Image.Image) -> bytes:
    picture.draft("RGB", KEPT_PX)
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail(KEPT_PX)
    ground = Image.new("RGBA", upright.size, _PAPER)
    ground.alpha_composite(upright)
    drawn = BytesIO()
    ground.convert("RGB").save(drawn, "JPEG", quality=82, optimize=True)
    return drawn.getvalue()
