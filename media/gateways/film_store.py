"""Where sources and encoded films are kept: local folders, or an S3-compatible bucket."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, storages


def publish(local: Path, name: str) -> None:
    """Make the finished file `local` available as `name`, all at once; `local` is gone after."""
    store = storages["videos"]
    if isinstance(store, FileSystemStorage):
        target = Path(store.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(local, target)
        return
    with local.open("rb") as file:
        store.save(name, File(file))
    local.unlink()


def publish_text(text: str, name: str) -> None:
    """Make `text` available as the file `name`, replacing what was there in one step."""
    settings.SCRATCH_DIR.mkdir(parents=True, exist_ok=True)
    descriptor, path = tempfile.mkstemp(dir=settings.SCRATCH_DIR)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, 0o644)
    publish(Path(path), name)


def publish_folder(folder: Path, name: str) -> None:
    """Publish every file below `folder` under `name`."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            publish(path, f"{name}/{path.relative_to(folder).as_posix()}")


def delete_folder(name: str) -> None:
    """Remove everything below `name`. Nothing there is no error."""
    store = storages["videos"]
    if isinstance(store, FileSystemStorage):
        shutil.rmtree(store.path(name), ignore_errors=True)
        return
    folders, files = store.listdir(name)
    for file in files:
        store.delete(f"{name}/{file}")
    for folder in folders:
        delete_folder(f"{name}/{folder}")


@contextmanager
def local_files(name: str, wanted: Iterable[str]) -> Iterator[Path]:
    """Yield a local folder that holds the files `wanted` of `name`, to read from."""
    store = storages["videos"]
    if isinstance(store, FileSystemStorage):
        yield Path(store.path(name))
        return
    with scratch("read") as folder:
        for file in wanted:
            _download(store, f"{name}/{file}", folder / file)
        yield folder


@contextmanager
def local_source(name: str) -> Iterator[Path]:
    """Yield a local path to the source file `name`. From a bucket, it is fetched once per use."""
    store = storages["originals"]
    if isinstance(store, FileSystemStorage):
        yield Path(store.path(name))
        return
    with scratch("source") as folder:
        _download(store, name, folder / "source")
        yield folder / "source"


@contextmanager
def scratch(label: str) -> Iterator[Path]:
    """Yield an empty folder on the disk of the stores, removed at the end."""
    settings.SCRATCH_DIR.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{label}-", dir=settings.SCRATCH_DIR))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _download(store: object, name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with store.open(name) as remote, target.open("wb") as local:  # type: ignore[attr-defined]
        shutil.copyfileobj(remote, local, 1024 * 1024)
