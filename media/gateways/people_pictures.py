"""Pictures from strangers: only what can be decoded is kept, drawn anew, under a name to itself.

Drawing it anew leaves behind what hides in files: places, names of devices, other files. A room
keeps its own in a folder; what is withheld lies where the front door serves nothing.
"""

import secrets
import warnings
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 10 * 2**20
MOST_POINTS = 40_000_000
LEAST_PX = 300
KEPT_PX = (1600, 1600)
_FORMATS = ("JPEG", "PNG", "WEBP")
_PAPER = "#FFF8EC"


class Fault(StrEnum):
    """Why a file was not taken."""

    NO_PICTURE = "no_picture"
    TOO_HEAVY = "too_heavy"
    TOO_SMALL = "too_small"


class PictureUnusable(Exception):
    """A file cannot be shown as a picture; `fault` says why. The room says it to the person."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class DescribedPicture:
    """A picture drawn anew, and what it shows in a few words."""

    jpeg: bytes
    alt: str = ""


def redraw_picture(file: IO[bytes], size_bytes: int) -> bytes:
    """Return the picture in `file` as a JPEG of at most 1600 points each way.

    Raises PictureUnusable.
    """
    if size_bytes > MOST_BYTES:
        raise PictureUnusable(Fault.TOO_HEAVY)
    try:
        with warnings.catch_warnings():
            # Pillow only warns of what would take gigabytes; the sum below refuses it.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=_FORMATS)
            if picture.width * picture.height > MOST_POINTS:
                raise PictureUnusable(Fault.TOO_HEAVY)
            if min(picture.size) < LEAST_PX:
                raise PictureUnusable(Fault.TOO_SMALL)
            return _drawn(picture)
    except Image.DecompressionBombError as error:
        raise PictureUnusable(Fault.TOO_HEAVY) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise PictureUnusable(Fault.NO_PICTURE) from error


@dataclass(frozen=True, slots=True)
class PictureFolder:
    """Where the pictures of one room lie in the storage."""

    name: str

    @property
    def _shown(self) -> str:
        # The front door serves this folder; what is taken out of it is gone from every public byte.
        return f"images/{self.name}"

    @property
    def _withheld(self) -> str:
        return f"withheld/{self.name}"

    def keep(self, jpeg: bytes) -> str:
        """Keep a picture and return its name in the storage."""
        return _saved(self._shown, ContentFile(jpeg))

    def address_of(self, name: str) -> str:
        """Return where browsers load it from; nothing for none, and for what is withheld."""
        return default_storage.url(name) if name and not self.is_withheld(name) else ""

    def size_bytes(self, name: str) -> int:
        """Return how large the file of a picture is."""
        return int(default_storage.size(name))

    def copy_withheld(self, name: str) -> str:
        """Copy it where nobody can load it from, and return its name there."""
        return _copied(name, self._withheld)

    def copy_shown(self, name: str) -> str:
        """Copy what was withheld back to where it can be loaded from, and return its name."""
        return _copied(name, self._shown)

    def is_withheld(self, name: str) -> bool:
        """Say whether it was taken out of the public's reach."""
        return name.startswith(f"{self._withheld}/")


def forget_picture(name: str) -> None:
    """Delete it; deleting it twice is fine."""
    if name:
        default_storage.delete(name)


def _saved(folder: str, content: ContentFile) -> str:
    return default_storage.save(f"{folder}/{secrets.token_hex(16)}.jpg", content)


def _copied(name: str, folder: str) -> str:
    with default_storage.open(name) as file:
        return _saved(folder, ContentFile(file.read()))


def _drawn(picture: Image.Image) -> bytes:
    picture.draft("RGB", KEPT_PX)
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail(KEPT_PX)
    ground = Image.new("RGBA", upright.size, _PAPER)
    ground.alpha_composite(upright)
    drawn = BytesIO()
    ground.convert("RGB").save(drawn, "JPEG", quality=82, optimize=True)
    return drawn.getvalue()
