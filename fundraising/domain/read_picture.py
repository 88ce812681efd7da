"""Read a picture for a collection page, and say in this room's sentences why one is not taken."""

from typing import IO

from fundraising.refusals import CollectionRefused, ImageTooHeavy, ImageTooSmall, NotAnImage
from media.gateways.people_pictures import Fault, PictureUnusable, redraw_picture

_REFUSALS: dict[Fault, type[CollectionRefused]] = {
    Fault.NO_PICTURE: NotAnImage,
    Fault.TOO_HEAVY: ImageTooHeavy,
    Fault.TOO_SMALL: ImageTooSmall,
}


def read_picture(file: IO[bytes], size_bytes: int) -> bytes:
    """Return the picture in `file`, drawn anew as a JPEG.

    Raises NotAnImage, ImageTooHeavy or ImageTooSmall.
    """
    try:
        return redraw_picture(file, size_bytes)
    except PictureUnusable as error:
        raise _REFUSALS[error.fault] from error
