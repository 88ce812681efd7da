"""The files of the live store: `<session folder>/<rung>/`. Each appears whole or not at all."""

import shutil
from contextlib import suppress
from pathlib import Path

from django.conf import settings

INIT_NAME = "init.mp4"
GROWING = ".growing"


def rung_folder(folder: str, rung: str) -> Path:
    """Return where a rung of a session lies."""
    return Path(settings.LIVE_ROOT) / folder / rung


def free_bytes() -> int:
    """Return what is left on the disk of the live store."""
    root = Path(settings.LIVE_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    return shutil.disk_usage(root).free


def write_init(folder: str, rung: str, data: bytes) -> None:
    """Write the init segment of a rung."""
    place = rung_folder(folder, rung)
    place.mkdir(parents=True, exist_ok=True)
    _write(place / INIT_NAME, data)


def write_part(folder: str, rung: str, number: int, piece: int, data: bytes) -> bool:
    """Write one part of a segment, and add it to the segment that grows under a hidden name.

    False, and nothing is written, when somebody who took us for dead has sealed that segment.
    """
    place = rung_folder(folder, rung)
    if _sealed(place, number).exists():
        return False
    with _growing(place, number).open("ab") as file:
        file.write(data)
    _write(place / f"{number}.{piece}.m4s", data)
    return True


def seal_segment(folder: str, rung: str, number: int) -> int:
    """Give the segment its name, now that it is whole; return its size in bytes.

    Again, or by two at once, it changes nothing. Raises FileNotFoundError when nothing was written.
    """
    place = rung_folder(folder, rung)
    with suppress(FileNotFoundError):
        _growing(place, number).rename(_sealed(place, number))
    return _sealed(place, number).stat().st_size


def remove_parts(folder: str, number: int) -> None:
    """Remove the parts of a segment in all rungs; the segment itself stays."""
    for part in rung_folder(folder, "*").parent.glob(f"*/{number}.*.m4s"):
        part.unlink(missing_ok=True)


def remove_leftovers(folder: str) -> None:
    """Remove all parts and what never became whole; for sessions that are over."""
    for name in ("*.*.m4s", f".*{GROWING}", "parts.log"):
        for path in rung_folder(folder, "*").parent.glob(f"*/{name}"):
            path.unlink(missing_ok=True)


def _growing(place: Path, number: int) -> Path:
    return place / f".{number}{GROWING}"


def _sealed(place: Path, number: int) -> Path:
    return place / f"{number}.m4s"


def _write(path: Path, data: bytes) -> None:
    hidden = path.with_name(f".{path.name}{GROWING}")
    hidden.write_bytes(data)
    hidden.replace(path)
