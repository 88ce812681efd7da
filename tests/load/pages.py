"""Measure what a page costs: ratios within one run on this machine, against our goals.

    python tests/load/pages.py [--pairs 5] [--seconds 2]

A small demo site is made in a temporary folder, and an episode's page is compared with an empty
view behind the same middleware. The speed of a processor swings, so the two are asked in turn,
several times, and the median of the ratios counts. For 100,000 pages there is many_pages.py.
"""

import argparse
import asyncio
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

EMPTY = "/empty/"
CONNECTIONS = 4
CPU_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
LINKED = re.compile(
    r'<link rel="stylesheet" href="/static/([^"]+)"|<script[^>]* src="/static/([^"]+)"'
)
IMPORTED = re.compile(r'^import (?:[^"]* from )?"(\.[^"]+)"', re.MULTILINE)
FONT = re.compile(r'<link rel="preload" href="/static/([^"]+\.woff2)"')


def make_site() -> str:
    """Fill an empty database with the demo, its films ready; return an episode's address."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", "--no-input", verbosity=0)
    call_command("demo", stdout=open(os.devnull, "w"))  # noqa: SIM115
    from episodes.models import EpisodePage
    from media.enums import EncodingState, VideoState
    from media.models import Encoding, Video

    for film in Video.objects.all():
        film.current = Encoding.objects.create(
            video=film,
            number=1,
            state=EncodingState.READY,
            percent=100,
            has_hls=True,
            mp4_name="720p.mp4",
            poster_count=10,
            has_storyboard=True,
        )
        film.state, film.width, film.height = VideoState.READY, 1280, 720
        film.save()
    episodes = EpisodePage.objects.filter(live=True, locale__language_code="fr", number__gt=1)
    return next(page.url for page in episodes if page.video and page.campaign and page.body)


def cpu_in_process(url: str, pairs: int) -> tuple[float, float]:
    """Return (median ratio, milliseconds) of CPU time for `url` against the empty view."""
    from django.test import RequestFactory

    from portal.wsgi import application

    def spend(path: str, times: int) -> float:
        begun = time.process_time()
        for _ in range(times):
            environ = RequestFactory(SERVER_NAME="localhost").get(path).environ
            answer = application(environ, lambda status, headers: None)
            assert b"".join(answer) or path == EMPTY
            answer.close()
        return (time.process_time() - begun) / times

    spend(url, 3), spend(EMPTY, 30)
    found = [(spend(url, 20), spend(EMPTY, 400)) for _ in range(pairs)]
    return median(page / empty for page, empty in found), median(p for p, _ in found) * 1000


@contextmanager
def server(page_cache_s: int) -> Iterator[tuple[int, int]]:
    """Run the site in a process of its own; yield its port and process number."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "tests.load.empty_view:application"]
    process = subprocess.Popen(
        [*command, "--port", str(port), "--log-level", "warning"],
        cwd=ROOT,
        env={**os.environ, "PAGE_CACHE_S": str(page_cache_s)},
    )
    try:
        while process.poll() is None:
            try:
                urlopen(f"http://127.0.0.1:{port}{EMPTY}", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


async def ask_for(port: int, path: str, seconds: float) -> int:
    """Return how many answers a few connections, kept open, got in so many seconds."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    until = time.monotonic() + seconds

    async def one() -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        count = 0
        while time.monotonic() < until:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200"), head
            await reader.readexactly(int(re.search(rb"(?i)content-length: (\d+)", head)[1]))
            count += 1
        writer.close()
        return count

    return sum(await asyncio.gather(*(one() for _ in range(CONNECTIONS))))


def cpu_seconds(process_number: int) -> float:
    fields = Path(f"/proc/{process_number}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / CPU_TICKS_A_SECOND


def through_the_server(
    url: str, page_cache_s: int, pairs: int, seconds: float
) -> tuple[float, float]:
    """Return the medians of two ratios, page against empty view: answers a second, CPU time."""
    rates, costs = [], []
    with server(page_cache_s) as (port, process_number):

        def load(path: str) -> tuple[float, float]:
            before = cpu_seconds(process_number)
            count = asyncio.run(ask_for(port, path, seconds))
            return count / seconds, (cpu_seconds(process_number) - before) / count

        load(url)
        for _ in range(pairs):
            (rate, cost), (empty_rate, empty_cost) = load(url), load(EMPTY)
            rates.append(rate / empty_rate)
            costs.append(cost / empty_cost)
    return median(rates), median(costs)


def weigh(html: str, static: Path) -> tuple[float, float, float]:
    """Return kB of styles, of scripts and of fonts that a page loads before play, as served."""
    waiting = [style or script for style, script in LINKED.findall(html)]
    names: list[str] = []
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.append(name)
            if name.endswith(".js"):
                found = IMPORTED.findall((static / name).read_text())
                waiting += [os.path.normpath(Path(name).parent / address) for address in found]

    def kilobytes(name: str) -> float:
        compressed = static / f"{name}.br"
        return (compressed if compressed.exists() else static / name).stat().st_size / 1000

    styles = sum(kilobytes(name) for name in names if name.endswith(".css"))
    scripts = sum(kilobytes(name) for name in names if name.endswith(".js"))
    return styles, scripts, sum(kilobytes(name) for name in FONT.findall(html))


def line(name: str, value: float, unit: str, goal: float, is_floor: bool = False) -> str:
    is_met = value >= goal if is_floor else value <= goal
    sign = ">=" if is_floor else "<="
    return f"{name:62}{value:8.2f} {unit:3} {sign} {goal:<5} {'met' if is_met else 'MISSED'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        os.environ |= {"DATA_DIR": folder, "LOG_LEVEL": "ERROR", "PAGE_CACHE_S": "0"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
        import django

        django.setup()
        url = make_site()
        from django.db import connection
        from django.test import Client
        from django.test.utils import CaptureQueriesContext

        import tests.load.empty_view  # noqa: F401

        client = Client(headers={"host": "localhost"})
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            html = client.get(url).text
        print(f"{url}: {len(queries)} queries, {len(html) / 1000:.1f} kB of HTML\n")
        ratio, spent_ms = cpu_in_process(url, options.pairs)
        print(f"{spent_ms:.1f} ms of CPU without the server around it")
        print(line("uncached: CPU time, handler alone / empty view", ratio, "x", 20))
        _, ratio = through_the_server(url, 0, options.pairs, options.seconds)
        print(line("uncached: CPU time of the server process / empty view", ratio, "x", 20))
        rate, _ = through_the_server(url, 30, options.pairs, options.seconds)
        print(line("page cache: answers a second / empty view", rate * 100, "%", 80, is_floor=True))
        styles, scripts, fonts = weigh(html, Path(folder, "static"))
        print(line("styles and scripts before play, Brotli", styles + scripts, "kB", 60))
        print(f"  styles {styles:.1f} kB, scripts {scripts:.1f} kB; font preloaded {fonts:.1f} kB")
        connection.close()


if __name__ == "__main__":
    main()
