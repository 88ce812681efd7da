"""Uploaded posters: any good picture in, a plain JPEG out."""

import warnings
from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageOps, UnidentifiedImageError

from media.refusals import NotAPicture, PictureTooHeavy, PictureTooSmall

FORMATS = ("JPEG", "PNG", "WEBP")
LEAST_WIDTH_PX = 640
MOST_WIDTH_PX = 1920
MOST_PIXELS = 60_000_000
MAX_BYTES = 30 * 2**20
QUALITY = 86


def poster_jpeg(file: BinaryIO) -> bytes:
    """Return the picture in `file` as a JPEG of at most 1920 pixels width, without metadata.

    It is drawn afresh, so that neither a camera's GPS position nor a hidden payload survives.
    Raises NotAPicture, PictureTooSmall or PictureTooHeavy.
    """
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise PictureTooHeavy
    try:
        # Pillow only warns of pictures that unpack to gigabytes; the size is checked below.
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
            picture = Image.open(BytesIO(data), formats=FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise PictureTooHeavy
        drawn = _on_white(ImageOps.exif_transpose(picture))
    except Image.DecompressionBombError as error:
        raise PictureTooHeavy from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise NotAPicture from error
    if drawn.width < LEAST_WIDTH_PX:
        raise PictureTooSmall(width_px=drawn.width, least_px=LEAST_WIDTH_PX)
    if drawn.width > MOST_WIDTH_PX:
        height_px = max(1, round(drawn.height * MOST_WIDTH_PX / drawn.width))
        drawn = drawn.resize((MOST_WIDTH_PX, height_px), Image.Resampling.LANCZOS)
    written = BytesIO()
    drawn.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return written.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """Return the pixels of `picture` in RGB; what is transparent becomes white."""
    if not picture.has_transparency_data:
        plain = Image.new("RGB", picture.size)
        plain.paste(picture.convert("RGB"))
        return plain
    layered = picture.convert("RGBA")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(layered, mask=layered.getchannel("A"))
    return paper
