"""Files on their way in: part files on the local disk, then the store of sources.

The size of a part file is the truth about how much of an upload arrived. One writer at a time
holds the lock of an upload, whichever process it is in; a newer one asks for the turn, because
the connection of the older is probably dead.
"""

import fcntl
import os
import shutil
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, storages

# The database lives on the same disk: an upload must not take the last byte.
KEPT_FREE_BYTES = 512 * 2**20


def part_path(key: str) -> Path:
    """Return where the bytes of the upload `key` gather."""
    return folder() / f"{key}.part"


def folder() -> Path:
    """Return the folder of part files, made on first use."""
    path = Path(settings.DATA_DIR, "uploading")
    path.mkdir(parents=True, exist_ok=True)
    return path


def create_part(key: str) -> None:
    """Make the empty part file of a new upload."""
    part_path(key).touch()


def adopt_part(key: str, path: Path) -> None:
    """Take the complete local file `path` as the part file of `key`; `path` is gone after."""
    shutil.move(path, part_path(key))


def part_size(key: str) -> int | None:
    """Return how many bytes arrived, or None when there is no part file."""
    try:
        return part_path(key).stat().st_size
    except FileNotFoundError:
        return None


def remove_part(key: str) -> None:
    """Remove the part file of `key` and its lock. Nothing there is no error."""
    for suffix in (".part", ".lock", ".turn"):
        part_path(key).with_suffix(suffix).unlink(missing_ok=True)


def stored_keys() -> set[str]:
    """Return the keys of which some file is here."""
    return {path.stem for path in folder().iterdir()}


def was_written_since(key: str, moment_s: float) -> bool:
    """Say whether bytes arrived for `key` after `moment_s` (seconds of the epoch)."""
    try:
        return part_path(key).stat().st_mtime >= moment_s
    except FileNotFoundError:
        return False


def has_room_for(size_bytes: int) -> bool:
    """Say whether the disk can take `size_bytes` more and keep a reserve."""
    return shutil.disk_usage(folder()).free - KEPT_FREE_BYTES >= size_bytes


def source_size(name: str) -> int | None:
    """Return the size of the stored source `name`, or None when there is none."""
    store = storages["originals"]
    return store.size(name) if store.exists(name) else None


def store_source(key: str, name: str) -> None:
    """Move the complete part file of `key` into the store of sources as `name`.

    Locally it is one rename. To a bucket it is streamed; the part file goes last, so that a
    crash in between leaves the truth on the disk.
    """
    store = storages["originals"]
    part = part_path(key)
    if isinstance(store, FileSystemStorage):
        target = Path(store.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(part, target)
        return
    with part.open("rb") as file:
        store.save(name, File(file))
    part.unlink()


def delete_sources(public_id: str, keep: str = "") -> None:
    """Remove every source file of the film `public_id` but `keep`. Nothing there is no error."""
    store = storages["originals"]
    try:
        names = store.listdir(public_id)[1]
    except FileNotFoundError:
        return
    for name in names:
        if f"{public_id}/{name}" != keep:
            store.delete(f"{public_id}/{name}")
    if isinstance(store, FileSystemStorage) and not keep:
        shutil.rmtree(store.path(public_id), ignore_errors=True)


class PartWriter:
    """The one writer of an upload, from `take` to `close` or the end of the `with` block.

    The methods touch the disk: call them from a thread, one at a time.
    """

    def __init__(self, key: str) -> None:
        self._path = part_path(key)
        self._turn = self._path.with_suffix(".turn")
        self._lock: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def take(self) -> bool:
        """Try to become the writer; False: another one still is, and was asked to stop."""
        descriptor = os.open(self._path.with_suffix(".lock"), os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            self._turn.write_text(str(time.time_ns()))
            return False
        self._lock = descriptor
        self._turn.unlink(missing_ok=True)
        return True

    def is_asked_to_stop(self) -> bool:
        """Say whether a newer writer wants the turn."""
        return self._turn.exists()

    def append(self, piece: bytes) -> None:
        """Write `piece` behind what is there."""
        with self._path.open("r+b") as file:
            file.seek(0, os.SEEK_END)
            file.write(piece)

    def flush(self) -> None:
        """Make sure that what was written survives a power cut."""
        with self._path.open("rb") as file:
            os.fsync(file.fileno())

    def close(self) -> None:
        """Let the next writer in."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
