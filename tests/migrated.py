"""A database with all migrations applied, made once and then copied.

Applying some three hundred migrations costs half a minute of computing, and every process of the
tests and every site that they start begins with it. So the first to ask applies them, with the
command that a host uses, and everybody begins with a copy. `migrate` still runs on each copy.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".pytest_cache" / "migrated"


def copy_migrated(target: Path) -> None:
    """Put a migrated SQLite database at `target`."""
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{_fingerprint()}.sqlite3"
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # Who comes second waits for the first.
        if not kept.exists():
            for outdated in KEPT.glob("*.sqlite3"):
                outdated.unlink()
            _make(kept)
        shutil.copyfile(kept, target)


def _fingerprint() -> str:
    """Return a name for all that the migrations are made of: ours, and the packages' versions."""
    digest = hashlib.sha256(f"{sys.version} {sqlite3.sqlite_version}".encode())
    sources = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("requirements*.txt")]
    for source in sorted([*sources, *ROOT.glob("portal/settings/*.py")]):
        digest.update(f"{source.relative_to(ROOT)}\0".encode() + source.read_bytes())
    return digest.hexdigest()[:16]


def _make(kept: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="potager-migrated-") as folder:
        made = Path(folder, "potager.sqlite3")
        names = ("PATH", "HOME", "LANG", "TMPDIR", "TZ")
        environment = {name: os.environ[name] for name in names if name in os.environ}
        done = subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity=0"],
            cwd=ROOT,
            env={**environment, "DATA_DIR": folder},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, (done.stdout + done.stderr).decode()
        with sqlite3.connect(made) as database:
            # A copy of the file alone must be whole: nothing may wait in the log beside it.
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        unfinished = kept.with_suffix(".part")
        shutil.copyfile(made, unfinished)
        unfinished.replace(kept)
