"""Every list that any player can get is valid, whatever happens on air and in whatever order."""

from collections.abc import Callable
from pathlib import Path

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from live.front import kept_air as module
from live.front.find_part import find_part
from live.front.kept_air import KeptAir
from live.models import AirPromise, AirSegment, Feed, FeedSession, Run
from tests.live import strict
from tests.live.airing import make_feed, make_live_page, make_run
from tests.live.parted import Clock, Sender, air_pass

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
SLATE = "0123456789abcdef"
RUNGS = ("source", "360p")
DEEDS = ("part", "part", "part", "part", "other part", "both", "air", "air", "tick", "take",
         "slate", "stall", "leave", "die", "back")  # fmt: skip


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("live.gateways.part_log.time", clock.time)
    return clock


@pytest.fixture
def root(settings, tmp_path) -> Path:
    settings.LIVE_ROOT = tmp_path
    folder = tmp_path / "slate" / SLATE / "source"
    folder.mkdir(parents=True)
    (folder / "init.mp4").write_bytes(b"slate init")
    for second in range(30):
        for piece in range(3):
            (folder / f"{second}.{piece}.m4s").write_bytes(b"%d.%d;" % (second, piece))
        (folder / f"{second}.m4s").write_bytes(b"".join(b"%d.%d;" % (second, p) for p in range(3)))
    return tmp_path


@pytest.fixture
def _reads_directly(monkeypatch):
    async def ask(function: Callable, *arguments):
        return await sync_to_async(function)(*arguments)

    monkeypatch.setattr(module, "ask", ask)


@pytest.fixture
def live_page(house):
    return make_live_page(house, is_low_latency=True)


class Viewer:
    """Reads the lists of a run after each thing that happens, and holds what they say."""

    def __init__(self, run: Run, root: Path) -> None:
        self.air, self.root = KeptAir(run.pk), root
        self.before: dict[str, strict.Manifest] = {}
        self.had_parts = False

    def look(self) -> None:
        async_to_sync(self.air.refresh)(0.0)
        if not self.air.rows:
            return
        for rung in RUNGS:
            found = strict.read(self.air.list_of(rung, is_delta=False).decode())
            strict.read(self.air.list_of(rung, is_delta=True).decode())
            if rung in self.before:
                strict.follows(self.before[rung], found)
            self.before[rung] = found
            self.had_parts |= found.part_target_s is not None
            for entry in found.all:
                self._fetch(entry)

    def _fetch(self, entry: strict.Entry) -> None:
        """All parts are there, and make up the segment that is named after them."""
        parts = [self._part(address) for address, _, _ in entry.parts]
        if entry.address and parts:
            row = self.air.row(entry.number)
            rung = Path(entry.address).stem
            whole = self.root / row.folder / rung / f"{row.file_number}.m4s"
            assert b"".join(parts) == whole.read_bytes()

    def _part(self, address: str) -> bytes:
        _, name, count, rung = Path(address).with_suffix("").parts
        path = async_to_sync(find_part)(self.air, name, rung, int(count))
        assert path is not None, address
        return (self.root / path).read_bytes()


class Programme:
    """Two feeds and a showcaller."""

    def __init__(self, run: Run, other: Feed, clock: Clock, root: Path) -> None:
        self.run, self.clock, self.root = run, clock, root
        self.feeds = [run.feed, other]
        self.senders = [self._publish(feed) for feed in self.feeds]
        self.on_air = 0

    def _publish(self, feed: Feed) -> Sender:
        return Sender(feed, self.clock, self.root, "360p")

    def do(self, deed: str) -> None:
        mine = self.senders[self.on_air]
        if deed in ("part", "both") and mine.is_open:
            mine.send()
        if deed in ("other part", "both") and self.senders[1 - self.on_air].is_open:
            self.senders[1 - self.on_air].send()
        if deed == "air":
            air_pass(self.run, self.clock)
        elif deed == "tick":
            self.clock.now_s += 0.25
        elif deed == "take":
            self.on_air = 1 - self.on_air
            Run.objects.filter(pk=self.run.pk).update(feed=self.feeds[self.on_air])
        elif deed == "slate":
            shows = not Run.objects.get(pk=self.run.pk).shows_slate
            Run.objects.filter(pk=self.run.pk).update(shows_slate=shows)
        elif deed == "back" and not mine.is_open:
            self.senders[self.on_air] = self._publish(self.feeds[self.on_air])
        elif deed in ("stall", "leave", "die") and mine.is_open:
            getattr(mine, deed)()


def begin(live_page, clock: Clock, root: Path) -> tuple[Programme, Viewer]:
    AirPromise.objects.all().delete()
    AirSegment.objects.all().delete()
    Run.objects.all().delete()
    FeedSession.objects.all().delete()
    Feed.objects.all().delete()
    clock.now_s = 10.0
    run = make_run(live_page, make_feed(live_page), slate_key=SLATE, is_low_latency=True)
    programme = Programme(run, make_feed(live_page, "Dakar"), clock, root)
    return programme, Viewer(run, root)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=st.lists(st.sampled_from(DEEDS), min_size=20, max_size=70))
@example(deeds=[*["part"] * 17, "take", "part", "air"])
@example(deeds=[*["part"] * 44, "air"])
@pytest.mark.usefixtures("_reads_directly")
def test_whatever_happens_every_list_is_valid(live_page, clock, root, deeds):
    programme, viewer = begin(live_page, clock, root)
    for deed in [*["both"] * 5, "air", *deeds]:
        programme.do(deed)
        viewer.look()
    Run.objects.filter(pk=programme.run.pk).update(ended_at=timezone.now())
    for _ in range(4):
        clock.now_s += 1.0
        air_pass(programme.run, clock)
        viewer.look()
    assert viewer.had_parts
    assert all(found.is_ended for found in viewer.before.values())
