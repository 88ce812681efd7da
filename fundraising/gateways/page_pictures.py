"""Where the pictures of collection pages lie: in the storage, under names that nobody guesses."""

import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

# The front door serves this folder; what is taken out of it is gone from every public byte.
_SHOWN, _WITHHELD = "images/collections", "withheld/collections"


def keep_picture(jpeg: bytes) -> str:
    """Keep a picture and return its name in the storage."""
    return default_storage.save(f"{_SHOWN}/{secrets.token_hex(16)}.jpg", ContentFile(jpeg))


def address_of(name: str) -> str:
    """Return where browsers load it from; nothing for none, and for what is withheld."""
    return default_storage.url(name) if name and not is_withheld(name) else ""


def forget_picture(name: str) -> None:
    """Delete it; deleting it twice is fine."""
    if name:
        default_storage.delete(name)


def copy_withheld(name: str) -> str:
    """Copy it where nobody can load it from, and return its name there."""
    return _copied(name, _WITHHELD)


def copy_shown(name: str) -> str:
    """Copy what was withheld back to where it can be loaded from, and return its name."""
    return _copied(name, _SHOWN)


def is_withheld(name: str) -> bool:
    """Say whether it was taken out of the public's reach."""
    return name.startswith(f"{_WITHHELD}/")


def _copied(name: str, folder: str) -> str:
    with default_storage.open(name) as file:
        copy = ContentFile(file.read())
    return default_storage.save(f"{folder}/{secrets.token_hex(16)}.jpg", copy)
