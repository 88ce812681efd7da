"""A part is found by its place on air; the next one is waited for; nothing else is there."""

import asyncio

import pytest
from asgiref.sync import async_to_sync, sync_to_async

from live.front import kept_air as module
from live.front.find_part import find_part
from live.front.kept_air import KeptAir
from live.models import Run
from tests.live.airing import make_feed, make_live_page, make_run
from tests.live.parted import Clock, Sender, air_pass

pytestmark = pytest.mark.django_db
SLATE = "0123456789abcdef"


@pytest.fixture
def clock(monkeypatch, settings, tmp_path):
    settings.LIVE_ROOT = tmp_path
    clock = Clock()
    monkeypatch.setattr("live.gateways.part_log.time", clock.time)

    async def ask(function, *arguments):
        return await sync_to_async(function)(*arguments)

    monkeypatch.setattr(module, "ask", ask)
    return clock


@pytest.fixture
def run(house, clock):
    page = make_live_page(house, is_low_latency=True)
    return make_run(page, make_feed(page), slate_key=SLATE, is_low_latency=True)


@pytest.fixture
def sender(run, clock, tmp_path):
    """Segments 0 on air, 1 promised with one part; the running number of that part is 3."""
    sender = Sender(run.feed, clock, tmp_path, "360p")
    for _ in range(4):
        sender.send()
    air_pass(run, clock)
    return sender


def find(run, name, count, rung="source", *, air=None):
    return async_to_sync(find_part)(air or KeptAir(run.pk), name, rung, count)


def test_parts_of_what_was_aired_and_of_what_is_made(run, sender):
    folder = sender.row.folder
    assert str(find(run, folder, 0)) == f"{folder}/source/0.0.m4s"
    assert str(find(run, folder, 2, "360p")) == f"{folder}/360p/0.2.m4s"
    assert str(find(run, folder, 3)) == f"{folder}/source/1.0.m4s"


def test_what_is_not_on_air_is_not_found(run, sender, clock, tmp_path):
    other = Sender(make_feed(run.programme, "Dakar"), clock, tmp_path)
    other.send()
    assert find(run, other.row.folder, 0) is None
    # Further ahead than the next one, and a rung that nobody makes.
    assert find(run, sender.row.folder, 5) is None
    assert find(run, sender.row.folder, 0, "480p") is None


def test_without_low_latency_there_are_none(run, sender):
    Run.objects.update(is_low_latency=False)
    assert find(run, sender.row.folder, 0) is None


def test_the_next_one_is_waited_for(run, sender):
    air = KeptAir(run.pk)

    async def scene():
        asked = asyncio.ensure_future(find_part(air, sender.row.folder, "source", 4))
        await asyncio.sleep(0.1)
        assert not asked.done()
        await sync_to_async(sender.send)()
        return await asyncio.wait_for(asked, 10)

    assert async_to_sync(scene)().name == "1.1.m4s"


def test_over_the_edge_of_a_segment_it_is_waited_for_until_it_is_promised(run, sender, clock):
    air = KeptAir(run.pk)

    async def scene():
        for _ in range(2):
            await sync_to_async(sender.send)()
        asked = asyncio.ensure_future(find_part(air, sender.row.folder, "source", 6))
        await asyncio.sleep(0.1)
        await sync_to_async(sender.send)()
        await asyncio.sleep(0.1)
        # It is there, but not on air: perhaps something else follows.
        assert not asked.done()
        await sync_to_async(air_pass)(run, clock)
        return await asyncio.wait_for(asked, 10)

    assert async_to_sync(scene)().name == "2.0.m4s"


def test_after_a_switch_it_does_not_come(run, sender, clock, tmp_path):
    air = KeptAir(run.pk)
    there = Sender(make_feed(run.programme, "Dakar"), clock, tmp_path)
    for _ in range(4):
        there.send()
    Run.objects.update(feed=there.row.feed)

    async def scene():
        for _ in range(2):
            await sync_to_async(sender.send)()
        asked = asyncio.ensure_future(find_part(air, sender.row.folder, "source", 6))
        await asyncio.sleep(0.1)
        await sync_to_async(sender.send)()
        await sync_to_async(air_pass)(run, clock)
        return await asyncio.wait_for(asked, 10)

    assert async_to_sync(scene)() is None


def test_the_slate_has_parts_too(run, clock):
    air_pass(run, clock)
    second = run.air.last().slate_number
    assert str(find(run, "slate", 3 * second + 2)) == f"slate/{SLATE}/source/{second}.2.m4s"
    assert find(run, "slate", 3 * second + 90) is None
    assert find(run, "slate", 3 * second, "360p") is None
