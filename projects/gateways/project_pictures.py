"""Where the pictures of projects lie, and why a file is not taken, in this room's sentences."""

from typing import IO

from media.gateways.people_pictures import (
    Fault,
    PictureFolder,
    PictureUnusable,
    redraw_picture,
)
from media.gateways.people_pictures import forget_picture as forget_picture
from projects.refusals import NoPicture, PictureRefused, PictureTooHeavy, PictureTooSmall

_FOLDER = PictureFolder("projects")
_REFUSALS: dict[Fault, type[PictureRefused]] = {
    Fault.NO_PICTURE: NoPicture,
    Fault.TOO_HEAVY: PictureTooHeavy,
    Fault.TOO_SMALL: PictureTooSmall,
}

keep_picture = _FOLDER.keep
address_of = _FOLDER.address_of
size_bytes = _FOLDER.size_bytes
copy_withheld = _FOLDER.copy_withheld
copy_shown = _FOLDER.copy_shown
is_withheld = _FOLDER.is_withheld


def read_picture(file: IO[bytes], size_bytes: int) -> bytes:
    """Return the picture in `file`, drawn anew as a JPEG. Raises a PictureRefused."""
    try:
        return redraw_picture(file, size_bytes)
    except PictureUnusable as error:
        raise _REFUSALS[error.fault] from error
