"""Measure the public state of a programme on air: behind nginx, and without it.

    python tests/load/snapshot.py [--turns 3] [--seconds 5]

/state/live/<run>.json is asked for over many connections kept open: first through nginx with the
configuration that docs/hosts recommends (its lines are read from there), which must answer 5,000
times a second with two questions a second to the site; then from the site itself, in turn with an
empty view. At last the site is killed, and nginx goes on with what it has.
"""

import argparse
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

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.load.clients import ROOT, Press, Server, empty_views, met, prepare, run, server

BEHIND_NGINX_PER_S, ORIGIN_PER_S, TIMES_EMPTY = 5_000, 2, 3
GUIDE = ROOT / "docs/hosts/README.md"
CACHE_ZONE = re.compile(r"^proxy_cache_path \S*/state .*;$", re.MULTILINE)
PLACE = re.compile(r"^    location /state/ \{\n.*?^    \}$", re.MULTILINE | re.DOTALL)
CONFIGURATION = """
pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off; worker_processes 2;
events {{ worker_connections 1024; }}
http {{
  map $upstream_status $was_asked {{ "" 0; default 1; }}
  log_format asked "$upstream_status";
  log_subrequest on;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  keepalive_requests 1000000;
  access_log {folder}/asked.log asked if=$was_asked;
  {zone}
  server {{
    listen 127.0.0.1:{port};
    {place}
  }}
}}
"""


def make_run() -> str:
    """Put a programme on air, with a line and a question; return the path of its state."""
    from django.utils import timezone
    from wagtail.models import Locale, Page

    from live.models import LiveIndexPage, LiveProgrammePage, Run, RunEntry
    from qa.models import Question, Theme

    locale = Locale.get_default()
    index = LiveIndexPage(title="Live", slug="live", locale=locale)
    Page.get_first_root_node().add_child(instance=index)
    programme = LiveProgrammePage(
        title="Load", slug="load", starts_at=timezone.now(), locale=locale
    )
    index.add_child(instance=programme)
    theme = Theme.objects.create(name="Load", slug="load", question="How much?", locale=locale)
    question = Question.objects.create(
        theme=theme, text="And the water?", name="Awa", state="approved"
    )
    run = Run.objects.create(programme=programme, started_at=timezone.now(), question=question)
    lines = [
        RunEntry(run=run, position=place, kind="studio", title=f"Line {place}", planned_s=300)
        for place in range(16)
    ]
    RunEntry.objects.bulk_create(lines)
    return f"/state/live/{run.key}.json"


def configuration(folder: str, port: int, origin: Server) -> str:
    """Return nginx's configuration: the lines of the guide for hosts, around them our folder."""
    guide = GUIDE.read_text()
    zone, place = CACHE_ZONE.search(guide), PLACE.search(guide)
    assert zone, "the guide for hosts has no cache for /state/"
    assert place, "the guide for hosts has no place for /state/"
    site = f"http://127.0.0.1:{origin.port}"
    return CONFIGURATION.format(
        folder=folder,
        port=port,
        zone=re.sub(r"proxy_cache_path \S+", f"proxy_cache_path {folder}/state", zone[0]),
        place=place[0].replace("http://127.0.0.1:8000", site),
    )


@contextmanager
def nginx(origin: Server) -> Iterator[tuple[Server, str]]:
    """Run Debian's nginx before the site; yield it and the folder of its files."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="potager-nginx-") as folder:
        Path(folder).chmod(0o755)
        Path(folder, "nginx.conf").write_text(configuration(folder, port, origin))
        process = subprocess.Popen(
            ["nginx", "-e", f"{folder}/error.log", "-p", folder, "-c", f"{folder}/nginx.conf"]
        )
        try:
            until = time.monotonic() + 20
            while not _answers(port):
                assert process.poll() is None, Path(folder, "error.log").read_text()
                assert time.monotonic() < until
                time.sleep(0.05)
            yield Server(port, process), folder
        finally:
            process.terminate()
            process.wait(timeout=20)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True


def states(path: str, number: int) -> list[Press]:
    """Return requests for the state, one of a viewer's page each."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    return [Press(request) for _ in range(number)]


def asked(proxy_folder: str) -> int:
    """Return how often nginx asked the site, in front of a viewer or behind their back."""
    return Path(proxy_folder, "asked.log").read_text().count("\n")


def behind_nginx(path: str, turns: int, seconds: float) -> None:
    """Print how often nginx answers, how often it asks the site, and what it does without one."""
    rates, origins = [], []
    with server() as origin, nginx(origin) as (proxy, folder):
        number = int(30_000 * seconds)
        run(proxy, states(path, 1_000), 1)
        for _ in range(turns):
            before, begun = asked(folder), time.monotonic()
            made = states(path, number)
            one = run(proxy, list(made), seconds)
            origins.append((asked(folder) - before) / (time.monotonic() - begun))
            rates.append(one.rate)
            assert len({press.body for press in made if press.status}) <= seconds + 2
        tell("behind nginx: answers a second", median(rates), BEHIND_NGINX_PER_S, is_floor=True)
        tell("  of these the site was asked, a second", max(origins), ORIGIN_PER_S)
        origin.process.kill()
        origin.process.wait()
        time.sleep(2)  # What nginx has is older than its second now.
        made = states(path, number)
        dead = run(proxy, list(made), seconds)
        answered = {press.status for press in made if press.status}
        print(f"  the site killed: {dead.rate:.0f} a second, {answered}  {met(answered == {200})}")


def by_itself(path: str, turns: int, seconds: float) -> None:
    """Print how the site alone answers, beside an empty view."""
    with server() as origin:
        number, ratios = int(30_000 * seconds), []
        for turn in range(turns + 1):
            state = run(origin, states(path, number), seconds)
            empty = run(origin, empty_views(number), seconds)
            if turn:  # The first turn warms up.
                ratios.append(state.rate / empty.rate)
        tell(
            "the site alone: state / empty view, rates", median(ratios), TIMES_EMPTY, is_floor=True
        )
        print(f"  the last: {state.rate:.0f} and {empty.rate:.0f} a second")


def tell(name: str, value: float, goal: float, *, is_floor: bool = False) -> None:
    """Print a figure beside its bound."""
    is_met = value >= goal if is_floor else value <= goal
    sign = ">=" if is_floor else "<="
    print(f"{name:44} {value:9.2f}  {sign} {goal}  {met(is_met)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        prepare("", folder)
        path = make_run()
        from django.db import connection

        behind_nginx(path, options.turns, options.seconds)
        by_itself(path, options.turns, options.seconds)
        connection.close()


if __name__ == "__main__":
    main()
