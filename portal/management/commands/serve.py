"""One command for the whole site: web server, worker, the air and the door for live feeds.

Each is started again when it dies.
"""

import os
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from time import monotonic
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

RESTART_AFTER_S = 1.0
READY_WITHIN_S = 60


class Command(BaseCommand):
    """Start all processes of the site, and print one line when it answers."""

    help = "Start web server, worker and what live programmes need, together."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--web-processes", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], settings.PORT
        web = [sys.executable, "-m", "uvicorn", "portal.asgi:application"]
        web += ["--host", host, "--port", str(port), "--log-level", "warning"]
        web += ["--workers", str(options["web_processes"]), "--no-server-header"]
        web += ["--proxy-headers", "--forwarded-allow-ips", ",".join(settings.TRUSTED_PROXIES)]
        worker = [sys.executable, "manage.py", "worker"]
        air = [sys.executable, "manage.py", "air"]
        ingest = [sys.executable, "manage.py", "ingest", "--host", host]
        doors = [ingest] if settings.RTMP_PORT else []
        # A process of its own: a fault of a library in C must not take the others along.
        doors += [[*ingest, "--door", "srt"]] if settings.SRT_PORT else []
        supervisor = Supervisor([web, worker, air, *doors])
        signal.signal(signal.SIGTERM, supervisor.stop)
        signal.signal(signal.SIGINT, supervisor.stop)
        threading.Thread(
            target=self._announce, args=(f"http://{host}:{port}",), daemon=True
        ).start()
        supervisor.run()

    def _announce(self, address: str) -> None:
        if wait_until_ready(f"{address}/robots.txt"):
            self.stdout.write(self.style.SUCCESS(f"Potager is ready: {settings.PUBLIC_URL}"))
        else:
            self.stderr.write(
                f"Nothing answers on {address}. Is the port taken? Try another: PORT=8001 make run"
            )


class Supervisor:
    """Keeps processes alive: each that ends is started again, until `stop`."""

    def __init__(self, commands: list[list[str]]) -> None:
        self.commands = commands
        self.children: dict[int, subprocess.Popen[bytes]] = {}
        self.stopping = threading.Event()

    def run(self) -> None:
        """Start all, restart what ends; return when stopped and all are gone."""
        for number in range(len(self.commands)):
            self._start(number)
        while not self.stopping.wait(RESTART_AFTER_S):
            for number, child in list(self.children.items()):
                if child.poll() is not None:
                    self._start(number)
        for child in self.children.values():
            child.terminate()
        for child in self.children.values():
            try:
                child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    def stop(self, signum: int, frame: FrameType | None) -> None:
        self.stopping.set()

    def _start(self, number: int) -> None:
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.children[number] = subprocess.Popen(
            self.commands[number], cwd=settings.BASE_DIR, env=environment
        )


def wait_until_ready(address: str) -> bool:
    """Ask `address` until it answers; False when it did not within a minute."""
    deadline = monotonic() + READY_WITHIN_S
    pause = threading.Event()
    while monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5):  # our own address
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            pause.wait(0.2)
    return False
