"""The supervisor keeps the site's processes alive, and the line "ready" is true."""

import os
import signal
import sys
import threading
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from portal.management.commands import serve
from portal.management.commands.serve import Supervisor, wait_until_ready

NOTE_START = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()} ')"


class Starts:
    """A child that notes the number of its process in a file, each time it starts."""

    def __init__(self, path: Path, then: str) -> None:
        self.path = path
        self.command = [sys.executable, "-c", f"{NOTE_START}; {then}", str(path)]

    def wait_for(self, count: int) -> list[int]:
        """Return the numbers of its processes, once it was started so often."""
        pause = threading.Event()
        for _ in range(400):
            noted = self.path.read_text() if self.path.exists() else ""
            if noted.count(" ") >= count:
                return [int(number) for number in noted.split()]
            pause.wait(0.05)
        raise AssertionError(f"{self.path.name} did not start {count} times")


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(serve, "RESTART_AFTER_S", 0.05)


class InThread(Supervisor):
    """A supervisor at work in a thread of its own."""

    def __init__(self, children: tuple[Starts, ...]) -> None:
        super().__init__([child.command for child in children])
        self._thread = threading.Thread(target=self.run)
        self._thread.start()

    def end(self) -> None:
        """Ask it to stop; return when it and its children have ended."""
        self.stop(signal.SIGTERM, None)
        self._thread.join(timeout=20)
        assert not self._thread.is_alive()


@pytest.fixture
def run():
    with ExitStack() as stack:

        def run(*children: Starts) -> InThread:
            supervisor = InThread(children)
            stack.callback(supervisor.end)
            return supervisor

        yield run


def test_what_ends_is_started_again_and_the_rest_left_alone(run, tmp_path):
    mortal = Starts(tmp_path / "mortal", "pass")
    lasting = Starts(tmp_path / "lasting", "time.sleep(60)")
    run(mortal, lasting)
    mortal.wait_for(3)
    assert len(lasting.wait_for(1)) == 1


def test_a_killed_child_comes_back(run, tmp_path):
    child = Starts(tmp_path / "child", "time.sleep(60)")
    run(child)
    (pid,) = child.wait_for(1)
    os.kill(pid, signal.SIGKILL)
    child.wait_for(2)


def test_stopping_ends_all_children(run, tmp_path):
    child = Starts(tmp_path / "child", "time.sleep(60)")
    supervisor = run(child)
    child.wait_for(1)
    supervisor.end()
    assert supervisor.children[0].returncode == -signal.SIGTERM


@pytest.mark.parametrize(("rtmp", "srt", "count"), [(1935, 0, 4), (0, 0, 3), (1935, 9998, 5)])
def test_each_door_for_feeds_is_one_of_the_processes(monkeypatch, settings, rtmp, srt, count):
    settings.RTMP_PORT, settings.SRT_PORT = rtmp, srt
    started: list[list[str]] = []
    monkeypatch.setattr(Supervisor, "run", lambda self: started.extend(self.commands))
    monkeypatch.setattr(serve, "wait_until_ready", lambda address: True)
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    try:
        call_command("serve", "--host", "192.0.2.1", stdout=StringIO())
    finally:
        signal.signal(signal.SIGTERM, before[0])
        signal.signal(signal.SIGINT, before[1])
    assert len(started) == count
    door = [sys.executable, "manage.py", "ingest", "--host", "192.0.2.1"]
    assert (door in started) is bool(rtmp)
    assert ([*door, "--door", "srt"] in started) is bool(srt)


@pytest.fixture
def make_server():
    servers: list[HTTPServer] = []

    def make(status: int) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(status)
                self.end_headers()

            def log_message(self, *args):
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("status", [200, 400, 503])
def test_any_answer_means_ready(make_server, status):
    assert wait_until_ready(make_server(status))


def test_silence_does_not(monkeypatch):
    monkeypatch.setattr(serve, "READY_WITHIN_S", 0.5)
    assert not wait_until_ready("http://127.0.0.1:9/")
