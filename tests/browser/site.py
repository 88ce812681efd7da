"""A whole site for the browser tests: web server, worker and a small demo, in a folder of its own.

It runs in processes of its own, started by the same commands as everywhere (`manage.py migrate`,
`manage.py serve`); tests see it through its addresses only.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from tests.browser.inside import Inside
from tests.migrated import copy_migrated

ROOT = Path(__file__).parents[2]
# Deadlines, not pauses: everything is awaited by its outcome. A busy machine needs them long.
PATIENCE_S = 90
STOP_WITHIN_S = 30
LOOK_AGAIN_AFTER_S = 0.2


@dataclass(frozen=True)
class LiveSite:
    """A running site: where it answers, where feeds arrive, and a way to run code inside it."""

    address: str
    data_dir: Path
    environment: dict[str, str]
    rtmp_port: int
    inside: Inside

    def seed(self, call: str) -> None:
        """Call a function of seed.py beside the site, for example `give_source("x", "/f.mp4")`."""
        self.seed_from("seed", call)

    def seed_from(self, module: str, call: str) -> None:
        """Call a function of a module of tests/browser beside the site."""
        self.inside.run(f"from tests.browser import {module}; {module}.{call}")

    def password(self, username: str) -> str:
        """Return the password that the demo made for `username`."""
        lines = Path(self.data_dir, "demo-logins.txt").read_text().splitlines()
        return dict(line.split() for line in lines)[username]

    @contextmanager
    def worker_held(self) -> Iterator[None]:
        """Stop the worker in the middle of what it does, as a busy machine would, for a while."""
        workers = self._running("manage.py worker")
        assert workers, "no worker runs"
        for pid in workers:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in workers:
                os.kill(pid, signal.SIGCONT)

    def kill(self, command: str) -> None:
        """Kill a process of the site with signal 9, and return once `serve` has another."""
        killed = self._running(command)
        assert killed, f"no {command} runs"
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: bool(self._running(command) - killed), f"{command} runs again")
        wait_until(lambda: _is_up(self), "the site answers")

    def _running(self, command: str) -> set[int]:
        return {pid for pid, line in _processes(self.data_dir).items() if command in line}

    def get(self, path: str) -> str:
        """Return the text behind `path`, as an anonymous visitor gets it."""
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE_S) as answer:
            return answer.read().decode()

    def film_status(self, page_path: str) -> dict[str, Any]:
        """Return what the player of a page is told about its film."""
        found = re.search(r'data-status="([^"]+)"', self.get(page_path))
        assert found, f"{page_path} has no player"
        return json.loads(self.get(found[1]))

    def await_film(self, page_path: str) -> None:
        """Return when the film of a page has all its qualities."""
        wait_until(lambda: self.film_status(page_path)["state"] == "ready", f"{page_path} is ready")


@contextmanager
def running_site(data_dir: Path) -> Iterator[LiveSite]:
    """Build a site in `data_dir`, run it while the context lasts, and see that it ends cleanly."""
    port, rtmp_port = _free_port(), _free_port()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR", "TZ")
           if name in os.environ},
        "DATA_DIR": str(data_dir),
        "PORT": str(port),
        "RTMP_PORT": str(rtmp_port),
        "EMAIL_URL": "dummymail://",
        "TEST_GIFTS": "shown",
        # So that a test can send from many networks.
        "TRUSTED_PROXIES": "127.0.0.1",
    }  # fmt: skip
    _build(environment)
    inside = Inside(environment)
    site = LiveSite(f"http://localhost:{port}", data_dir, environment, rtmp_port, inside)
    site.seed("fill()")
    log = data_dir / "serve.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until(lambda: _answers(site, server), "the site answers")
        yield site
    finally:
        inside.end()
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=STOP_WITHIN_S)
        wait_until(lambda: not _processes(data_dir), "all processes of the site have ended")
    said = log.read_text(errors="replace")
    assert "Traceback" not in said, said[said.index("Traceback") - 500 :][:5000]


def wait_until(is_so: Callable[[], bool], what: str, within_s: float = PATIENCE_S) -> None:
    """Look again and again until `is_so()`; fail with `what` when it never was."""
    pause = threading.Event()
    deadline = monotonic() + within_s
    while not is_so():
        assert monotonic() < deadline, f"waited {within_s} s in vain until {what}"
        pause.wait(LOOK_AGAIN_AFTER_S)


def run_command(environment: dict[str, str], *arguments: str) -> None:
    """Run `manage.py` with `arguments`; its output is shown when it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=2 * PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode()


def _build(environment: dict[str, str]) -> None:
    collecting = threading.Thread(
        target=run_command, args=(environment, "collectstatic", "--no-input", "--verbosity=0")
    )
    collecting.start()
    copy_migrated(Path(environment["DATA_DIR"], "potager.sqlite3"))
    run_command(environment, "migrate", "--verbosity=0")
    # Whoever renders a page looks once for what was collected.
    collecting.join()


def _answers(site: LiveSite, server: subprocess.Popen[bytes]) -> bool:
    assert server.poll() is None, Path(site.data_dir, "serve.log").read_text()
    return _is_up(site)


def _is_up(site: LiveSite) -> bool:
    try:
        return bool(site.get("/robots.txt"))
    except (urllib.error.URLError, ConnectionError):
        return False


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _processes(data_dir: Path) -> dict[int, str]:
    """Return number and command line of the processes that know `data_dir`: the site's alone."""
    mark = os.fsencode(data_dir)
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line, known = (folder / "cmdline").read_bytes(), (folder / "environ").read_bytes()
        except OSError:  # It ended while we looked.
            continue
        if mark in known or mark in line:
            found[int(folder.name)] = line.replace(b"\0", b" ").decode(errors="replace")
    return found
