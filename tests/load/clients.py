"""Many clients at one server of the site: what the programs that measure over HTTP share."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from urllib.request import urlopen

import uvloop

ROOT = Path(__file__).resolve().parents[2]
CONNECTIONS = 256
EMPTY = "/empty/"
LENGTH = re.compile(rb"(?i)content-length: (\d+)")


@dataclass(slots=True)
class Press:
    """One press of the button, as bytes on the wire, and what came back."""

    request: bytes
    status: int = 0
    body: bytes = b""


@dataclass(slots=True)
class Server:
    """A process of the site, and how long each answer took."""

    port: int
    process: subprocess.Popen
    answers_s: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Run:
    """Requests a second, the server's CPU time for one, and half and 99 % of the waiting times."""

    rate: float
    cpu_s: float
    p50_ms: float
    p99_ms: float


@dataclass(slots=True)
class Rates:
    """Runs of one kind of request, each with the run of an empty view that followed it."""

    name: str
    pairs: list[tuple[Run, Run]] = field(default_factory=list)

    def add(self, one: Run, empty: Run) -> None:
        self.pairs.append((one, empty))

    def tell(self, goal: float) -> None:
        """Print medians; `goal` is how many there should be for one empty view."""
        ratio = median(one.rate / empty.rate for one, empty in self.pairs)
        cpu = median(empty.cpu_s / one.cpu_s for one, empty in self.pairs)
        rate, empty_rate = (median(pair[side].rate for pair in self.pairs) for side in (0, 1))
        p50, p99 = (median(getattr(one, n) for one, _ in self.pairs) for n in ("p50_ms", "p99_ms"))
        print(f"{self.name} a second {rate:.0f}, empty views a second {empty_rate:.0f}")
        print(f"  {self.name} / empty views   {ratio:6.2f}  >= {goal}  {met(ratio >= goal)}")
        print(f"  CPU of an empty view / of one of these, server process: {cpu:.2f}")
        print(
            f"  p50 {p50:.1f} ms, p99 {p99:.1f} ms: {p99 / p50:.1f}  <= 10  {met(p99 <= 10 * p50)}"
        )


def prepare(database: str, folder: str) -> None:
    """Make an empty site, without a page cache: in SQLite, or in `database`, which is emptied."""
    os.environ |= {"DATA_DIR": folder, "LOG_LEVEL": "ERROR", "PAGE_CACHE_S": "0"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
    if database:
        os.environ["DATABASE_URL"] = database
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    call_command("migrate", verbosity=0)


def post(path: str, person: str, form: str, cookie: str = "") -> Press:
    """Write a request of `person`, who comes from a network of their own.

    `cookie` is what they carry; nothing: the cookie of those who act.
    """
    body = form.encode()
    number = int.from_bytes(person.encode()[-6:], "big")
    network = f"10.{number % 251}.{number // 251 % 251}.{number // 63_001 % 251}"
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie or f'geste={person}'}\r\n"
        f"User-Agent: Mozilla/5.0 (load)\r\nX-Forwarded-For: {network}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return Press(head.encode() + body)


def cpu_seconds(process_number: int) -> float:
    """Return how long a process has kept a processor busy."""
    fields = Path(f"/proc/{process_number}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def server(port: int = 0, **environment: str) -> Iterator[Server]:
    """Run the site in one more process, which believes X-Forwarded-For; on any port, if on none."""
    port = port or free_port()
    command = [sys.executable, "-m", "uvicorn", "tests.load.empty_view:application"]
    command += ["--port", str(port), "--log-level", "warning"]
    command += ["--proxy-headers", "--forwarded-allow-ips", "127.0.0.1"]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                urlopen(f"http://127.0.0.1:{port}{EMPTY}", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait(timeout=20)


class _Client(asyncio.Protocol):
    """One connection, kept open: sends the next press as soon as the last is answered."""

    def __init__(self, where: Server, waiting: list[Press], until: float) -> None:
        self.where, self.waiting, self.until = where, waiting, until
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self._next()

    def _next(self) -> None:
        if not self.waiting or time.monotonic() > self.until:
            self.transport.close()
            return
        self.press, self.begun = self.waiting.pop(), time.perf_counter()
        self.transport.write(self.press.request)

    def data_received(self, data: bytes) -> None:
        self.read += data
        head, end, body = self.read.partition(b"\r\n\r\n")
        length = LENGTH.search(head) if end else None
        if not end or (length and len(body) < int(length[1])):
            return
        self.press.status, self.press.body, self.read = int(head[9:12]), body, b""
        self.where.answers_s.append(time.perf_counter() - self.begun)
        self._next()

    def connection_lost(self, error: Exception | None) -> None:
        # When the server died, what was not answered has no status and will be sent again.
        self.done.set_result(None)


async def send_all(
    where: Server, waiting: list[Press], seconds: float = 3600, connections: int = CONNECTIONS
) -> int:
    """Send what waits over a few connections until it is gone or time is up; return how many."""
    loop, before = asyncio.get_running_loop(), len(where.answers_s)
    until = time.monotonic() + seconds

    async def one_connection() -> None:
        client = _Client(where, waiting, until)
        try:
            await loop.create_connection(lambda: client, "127.0.0.1", where.port)
        except OSError:
            return
        await client.done

    await asyncio.gather(*(one_connection() for _ in range(connections)))
    return len(where.answers_s) - before


async def send_to_both(servers: list[Server], made: list[Press], kills: bool) -> None:
    """Send half to each server; with `kills`, the first dies in the middle of it."""
    halves = [made[0::2], made[1::2]]

    async def kill() -> None:
        while len(servers[0].answers_s) < len(halves[0]) // 3:
            await asyncio.sleep(0.005)
        servers[0].process.send_signal(signal.SIGKILL)

    jobs = [send_all(one, list(half)) for one, half in zip(servers, halves, strict=True)]
    await asyncio.gather(*jobs, *([kill()] if kills else []))
    unanswered = [one for one in made if not one.status]
    if kills:
        print(f"  unanswered when one process was killed, and sent again: {len(unanswered)}")
    await send_all(servers[1], unanswered)


def run(where: Server, waiting: list[Press], seconds: float) -> Run:
    """Send what waits for so many seconds, and measure."""
    where.answers_s.clear()
    cpu_before_s = cpu_seconds(where.process.pid)
    made = list(waiting)
    answered = uvloop.run(send_all(where, waiting, seconds))
    assert all(one.status in (0, 200) for one in made), {one.status for one in made}
    cuts = quantiles(where.answers_s, n=100)
    cpu_s = cpu_seconds(where.process.pid) - cpu_before_s
    return Run(answered / seconds, cpu_s / answered, cuts[49] * 1000, cuts[98] * 1000)


def analyze() -> None:
    """Let the database look at its tables."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def empty_views(number: int) -> list[Press]:
    """Return requests for the view that does nothing."""
    return [Press(b"GET /empty/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") for _ in range(number)]


def met(is_so: bool) -> str:
    """Say whether a goal was met."""
    return "met" if is_so else "MISSED"
