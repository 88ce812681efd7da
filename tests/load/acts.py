"""Measure counting through HTTP: exact under concurrency and kill -9, and fast beside an empty view.

    python tests/load/acts.py [--database postgres://…] [--pairs 5] [--seconds 3]

First 6,000 requests of 4,000 people go to two server processes at once, with a milestone inside;
then the same with one process killed in the middle and every unanswered request sent again. At
last acts, heartbeats of plays and an empty view are asked for in turn, from one process, and the
median ratios count. PostgreSQL is told to look at its tables after the warm-up, as it does by
itself every minute: it plans badly for a table that was empty when it looked last.
Without --database it is SQLite in a temporary folder; with it, a database that may be emptied.
"""

import argparse
import asyncio
import os
import random
import re
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from urllib.request import urlopen

import uvloop

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

PEOPLE, REQUESTS, THRESHOLD = 4_000, 6_000, 2_500
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

    def tell(self) -> None:
        """Print medians."""
        ratio = median(one.rate / empty.rate for one, empty in self.pairs)
        cpu = median(empty.cpu_s / one.cpu_s for one, empty in self.pairs)
        rate, empty_rate = (median(pair[side].rate for pair in self.pairs) for side in (0, 1))
        p50, p99 = (median(getattr(one, n) for one, _ in self.pairs) for n in ("p50_ms", "p99_ms"))
        print(f"{self.name} a second {rate:.0f}, empty views a second {empty_rate:.0f}")
        print(f"  {self.name} / empty views   {ratio:6.2f}  >= 2.5  {_met(ratio >= 2.5)}")
        print(f"  CPU of an empty view / of one of these, server process: {cpu:.2f}")
        print(
            f"  p50 {p50:.1f} ms, p99 {p99:.1f} ms: {p99 / p50:.1f}  <= 10  {_met(p99 <= 10 * p50)}"
        )


def prepare(database: str, folder: str) -> str:
    """Make an empty site with one campaign's meter and pledge; return the meter's key."""
    os.environ |= {"DATA_DIR": folder, "LOG_LEVEL": "WARNING", "PAGE_CACHE_S": "0"}
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
    return new_meter()


def new_meter() -> str:
    """Make a meter whose pledge gives per act, and 40 t at the threshold."""
    from datetime import timedelta

    from django.utils import timezone

    from audience.models import Meter
    from campaigns.models import Clause, Milestone, Organisation, Pledge

    now = timezone.now()
    meter = Meter.objects.create(name="Load")
    pledge = Pledge.objects.create(
        meter=meter,
        sponsor=Organisation.objects.get_or_create(name="Sponsor")[0],
        beneficiary=Organisation.objects.get_or_create(name="Beneficiary")[0],
        goods="vegetables",
        cap=10**12,
        starts_at=now - timedelta(days=1),
        ends_at=now + timedelta(days=1),
        delivery_due_on=now.date() + timedelta(days=9),
        state="active",
    )
    Clause.objects.create(pledge=pledge, kind="per_act", quantity=2_000)
    Clause.objects.create(pledge=pledge, kind="threshold", quantity=40_000_000, acts=THRESHOLD)
    Milestone.objects.create(pledge=pledge, acts=THRESHOLD, title="Forty tonnes")
    return meter.key


def press(meter_key: str, person: str, token: str) -> Press:
    """Write the request of `person` to act."""
    return post(f"/acts/{meter_key}/click", person, f"token={token}&lang=fr")


def post(path: str, person: str, form: str) -> Press:
    """Write a request of `person`, who comes from a network of their own."""
    body = form.encode()
    number = int.from_bytes(person.encode()[-6:], "big")
    network = f"10.{number % 251}.{number // 251 % 251}.{number // 63_001 % 251}"
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: geste={person}\r\n"
        f"User-Agent: Mozilla/5.0 (load)\r\nX-Forwarded-For: {network}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return Press(head.encode() + body)


def presses(meter_key: str, people: int, requests: int) -> list[Press]:
    """Return requests of so many people; the rest are duplicates, side by side with the first."""
    from audience.domain.tokens import new_token

    def token() -> str:
        return new_token(meter_key, "click").text()

    named = [(secrets.token_urlsafe(16), token()) for _ in range(people)]
    made = [press(meter_key, person, token_text) for person, token_text in named]
    for number in range(requests - people):
        person, token_text = named[number % people]
        # Every other duplicate is a retry, the others press again with a fresh token.
        made.append(press(meter_key, person, token_text if number % 2 else token()))
    chance = random.Random(1)
    near = [(place % people + chance.random() * 50, one) for place, one in enumerate(made)]
    time.sleep(1.1)  # The button must have been shown for a second.
    return [one for _, one in sorted(near, key=lambda pair: pair[0])]


def beats(meter_key: str, people: int) -> list[Press]:
    """Return one heartbeat each of so many people, who have watched five seconds."""
    from audience.domain.plays import new_play
    from audience.domain.tokens import now_ms

    begun_ms = now_ms() - 10_000
    tokens = (new_play(meter_key, "f" * 24, 600, begun_ms).text() for _ in range(people))
    form = "token={}&from_s=20&to_s=25&visible=1&lang=fr"
    return [post("/plays/beat", secrets.token_urlsafe(16), form.format(one)) for one in tokens]


def cpu_seconds(process_number: int) -> float:
    fields = Path(f"/proc/{process_number}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def server() -> Iterator[Server]:
    """Run the site in one more process, which believes X-Forwarded-For."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "tests.load.empty_view:application"]
    command += ["--port", str(port), "--log-level", "warning"]
    command += ["--proxy-headers", "--forwarded-allow-ips", "127.0.0.1"]
    process = subprocess.Popen(command, cwd=ROOT)
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


async def send_all(where: Server, waiting: list[Press], seconds: float = 3600) -> int:
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

    await asyncio.gather(*(one_connection() for _ in range(CONNECTIONS)))
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


def check_exact(meter_key: str, made: list[Press]) -> None:
    """Compare what was answered with what stands in the database."""
    from audience.models import Act
    from campaigns.models import MilestoneReached, Pledge

    assert all(one.status == 200 for one in made), {one.status for one in made}
    counted = Act.objects.filter(meter__key=meter_key, verdict="counted")
    pledge = Pledge.objects.get(meter__key=meter_key)
    reached = MilestoneReached.objects.filter(milestone__pledge=pledge)
    acknowledged = {
        one.body.split(b'"nonce": "')[1][:22].decode()
        for one in made
        if b'"verdict": "counted"' in one.body
    }
    lost = acknowledged - set(counted.values_list("nonce", flat=True))
    print(
        f"  requests {len(made)}, people {PEOPLE}, counted {counted.count()}, "
        f"unlocks {reached.count()} (by act {reached.get().act_number}), "
        f"units {pledge.unlocked:,} g, acknowledged and lost {len(lost)}"
    )
    exact = counted.count() == PEOPLE == pledge.tally and reached.count() == 1 and not lost
    units = PEOPLE * 2_000 + 40_000_000
    print(f"  exactly once: {'met' if exact and pledge.unlocked == units else 'MISSED'}")


def exactness(kills: bool) -> None:
    meter_key = new_meter()
    made = presses(meter_key, PEOPLE, REQUESTS)
    print("two processes, one killed with kill -9:" if kills else "two processes:")
    with ExitStack() as stack:
        servers = [stack.enter_context(server()) for _ in range(2)]
        uvloop.run(send_to_both(servers, made, kills))
    check_exact(meter_key, made)


def speed(pairs: int, seconds: float) -> None:
    """Print how many acts and beats a second are answered, beside an empty view on that server."""
    meter_key, people = new_meter(), int(12_000 * seconds)
    empty = b"GET /empty/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    acts, beaten = Rates("acts"), Rates("heartbeats")
    with server() as where:
        for turn in range(pairs + 1):
            runs = [
                run(where, presses(meter_key, people, people), seconds),
                run(where, beats(meter_key, people), seconds),
                run(where, [Press(empty) for _ in range(people)], seconds),
            ]
            if turn:  # The first turn warms up.
                acts.add(runs[0], runs[2])
                beaten.add(runs[1], runs[2])
            else:
                analyze()
    acts.tell()
    beaten.tell()


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


def _met(is_so: bool) -> str:
    return "met" if is_so else "MISSED"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="", help="postgres://… of a database to empty")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        prepare(options.database, folder)
        from django.db import connection

        print(connection.vendor)
        exactness(kills=False)
        exactness(kills=True)
        speed(options.pairs, options.seconds)
        connection.close()


if __name__ == "__main__":
    main()
