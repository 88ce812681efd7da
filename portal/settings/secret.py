"""The secret key of a machine that was given none."""

import os
import tempfile
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def read_or_create_secret(path: Path) -> str:
    """Return the key kept in `path`, making it on the first start.

    Several processes may start at once, and each may be killed at any instant: the key is written
    whole under another name, then linked to its own, which only the first of them can do.
    """
    if not path.exists():
        _create(path)
    return path.read_text().strip()


def _create(path: Path) -> None:
    # Readable by its owner alone, which is what mkstemp does.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(get_random_secret_key())
        os.link(name, path)
    except FileExistsError:
        pass  # Somebody was quicker: theirs is the key.
    finally:
        Path(name).unlink()
