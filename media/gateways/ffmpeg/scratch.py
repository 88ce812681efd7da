"""Work in a hidden folder next to the result, and move only what was verified."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from media.gateways.ffmpeg.segments import INIT_NAME, write_init


@contextmanager
def scratch_folder(out_dir: Path) -> Iterator[Path]:
    """Give a new folder on the same disk as `out_dir`, removed at the end whatever happens."""
    out_dir.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=".scratch-", dir=out_dir))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(made: Path, folder: Path) -> None:
    """Move the files of `made` into `folder`, each in one step; the init segment must agree.

    Raises OutputRejected when `folder` has another init segment.
    """
    folder.mkdir(parents=True, exist_ok=True)
    init = made / INIT_NAME
    if init.exists():
        write_init(folder, init.read_bytes())
        init.unlink()
    for path in sorted(made.iterdir()):
        path.replace(folder / path.name)
