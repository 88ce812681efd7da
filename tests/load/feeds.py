"""Measure what receiving feeds costs: CPU time of the door and its ffmpegs, per feed.

    python tests/load/feeds.py [--feeds 6] [--seconds 20] [--turns 3]

So many encoders publish to one port at once: a film of 720p at 25 pictures a second, drawn and
encoded beforehand and sent as it is, so that the senders cost next to nothing. Then one of them
publishes to a door that encodes two smaller qualities as well. What counts is the CPU time of the
receiving process and all its children while the feeds run: it says little of the machine's load.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.load.clients import ROOT, cpu_seconds, met, prepare

COPIED_CORES, RUNGS_CORES = 0.02, 0.45
BITRATE = "3M"
FILM_S = 60
PICTURE = (
    "testsrc2=size=1280x720:rate=25,rotate=a=t/9:c=gray,noise=alls=4:allf=t,"
    "hue=h=20*t,format=yuv420p"
)
WAIT_S = 60
# Its init segment is written, and the first things are done that are done once.
RUNNING_AFTER = 3


def draw(target: Path) -> None:
    """Draw a minute of film as an encoder of a studio sends it; ten seconds are drawn."""
    piece = target.with_name("piece.flv")
    quiet = ["ffmpeg", "-nostdin", "-v", "error", "-y"]
    inputs = ["-f", "lavfi", "-i", PICTURE, "-f", "lavfi", "-i", "sine=frequency=440"]
    coding = [
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-g",
        "25",
        "-bf",
        "0",
        "-sc_threshold",
        "0",
    ]
    coding += [
        "-b:v",
        BITRATE,
        "-maxrate",
        BITRATE,
        "-bufsize",
        BITRATE,
        "-c:a",
        "aac",
        "-b:a",
        "128k",
    ]
    subprocess.run([*quiet, *inputs, "-t", "10", *coding, str(piece)], check=True)
    again = ["-stream_loop", "-1", "-i", str(piece), "-t", str(FILM_S), "-c", "copy", str(target)]
    subprocess.run([*quiet, *again], check=True)


def make_feeds(number: int) -> list[str]:
    """Make a programme with so many feeds; return their stream keys."""
    from django.utils import timezone
    from wagtail.models import Locale, Page

    from live.models import Feed, LiveIndexPage, LiveProgrammePage
    from live.models.keys import digest_of, new_secret

    locale = Locale.get_default()
    index = LiveIndexPage(title="Live", slug="live", locale=locale)
    Page.get_first_root_node().add_child(instance=index)
    programme = LiveProgrammePage(
        title="Load", slug="load", starts_at=timezone.now(), locale=locale
    )
    index.add_child(instance=programme)
    keys = [new_secret() for _ in range(number)]
    for place, key in enumerate(keys):
        Feed.objects.create(
            programme=programme, name=f"Feed {place}", stream_key_digest=digest_of(key)
        )
    return keys


@contextmanager
def door(rungs: str) -> Iterator[tuple[int, int]]:
    """Receive feeds in a process of its own; yield its port and process number."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "manage.py", "ingest", "--port", str(port)],
        cwd=ROOT,
        env=os.environ | {"LIVE_RUNGS": rungs},
    )
    try:
        wait_until(lambda: process.poll() is None and _answers(port))
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def sending(film: Path, port: int, key: str) -> Iterator[None]:
    """Publish the film again and again while the context lasts."""
    source = ["-re", "-stream_loop", "-1", "-i", str(film), "-c", "copy", "-f", "flv"]
    command = ["ffmpeg", "-nostdin", "-v", "error", *source, f"rtmp://127.0.0.1:{port}/live/{key}"]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        yield
        assert process.poll() is None, "a sender was cut off"
    finally:
        process.kill()
        process.wait()


def cores(film: Path, keys: list[str], seconds: float, rungs: str = "") -> tuple[float, float]:
    """Return what one of these feeds costs, all at once: cores of the door, of its ffmpeg."""
    from live.models import FeedSegment, FeedSession

    with ExitStack() as stack:
        port, process = stack.enter_context(door(rungs))
        begun_with = FeedSession.objects.count()
        for key in keys:
            stack.enter_context(sending(film, port, key))
        wait_until(
            lambda: (
                FeedSegment.objects.filter(
                    session__ended_at=None, number=RUNNING_AFTER
                ).count() == len(keys)
            )
        )  # fmt: skip
        children = children_of(process)
        assert len(children) == len(keys), children
        before_s = film_seconds()
        before = cpu_seconds(process), sum(map(cpu_seconds, children))
        time.sleep(seconds)
        after = cpu_seconds(process), sum(map(cpu_seconds, children))
        # A machine that is too busy receives less than it is sent: what it did receive counts.
        received_s = film_seconds() - before_s
        assert received_s > 0, "nothing was received"
        assert FeedSession.objects.count() - begun_with == len(keys), "a sender came twice"
    wait_until(lambda: not FeedSession.objects.filter(ended_at=None).exists())
    return (after[0] - before[0]) / received_s, (after[1] - before[1]) / received_s


def film_seconds() -> float:
    """Return how long all that was received plays."""
    from django.db.models import Sum

    from live.models import FeedSegment

    return FeedSegment.objects.aggregate(Sum("length_s"))["length_s__sum"] or 0.0


def children_of(process: int) -> list[int]:
    """Return the numbers of the processes that this one started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:  # It ended while we looked.
            continue
        if parent == process:
            found.append(int(stat.parent.name))
    return found


def wait_until(is_so) -> None:
    """Look again and again until it is so."""
    until = time.monotonic() + WAIT_S
    while not is_so():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.1)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True


def tell(name: str, value: float, goal: float) -> None:
    """Print a figure beside its bound."""
    print(f"{name:54} {value:7.4f} core  <= {goal}  {met(value <= goal)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--feeds", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        prepare("", folder)
        from django.db import connection

        film = Path(folder, "film.flv")
        draw(film)
        keys = make_feeds(options.feeds)
        copied, encoded = [], []
        for _ in range(options.turns):
            copied.append(cores(film, keys, options.seconds))
            encoded.append(cores(film, keys[:1], options.seconds, "480p,360p"))
        count = len(keys)
        per_feed = median(sum(one) for one in copied)
        python, ffmpeg = (median(one[side] for one in copied) for side in (0, 1))
        tell(f"one of {count} copied feeds at once", per_feed, COPIED_CORES)
        print(f"  the door {python:.4f}, its ffmpeg {ffmpeg:.4f}")
        both = median(sum(one) for one in encoded)
        tell("480p and 360p from 720p, more per feed", both - per_feed, RUNGS_CORES)
        connection.close()


if __name__ == "__main__":
    main()
