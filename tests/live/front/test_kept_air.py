"""One process reads the air once, for all its viewers."""

import asyncio
import logging

import pytest
from asgiref.sync import async_to_sync
from django.db import OperationalError

from live.air.read_air import News
from live.front import kept_air as module
from live.front.kept_air import KeptAir
from live.gateways.knock import knock, run_door
from tests.live.air.test_manifest import row


@pytest.fixture
def air(monkeypatch):
    """A run of which `air.aired` can be read; `air.reads` counts how often it was."""
    air = KeptAir(7)
    air.aired, air.over_at, air.reads, air.promise = [row(1), row(2)], None, 0, None

    async def ask(function, run_id, after):
        air.reads += 1
        await asyncio.sleep(0)
        rows = [each for each in air.aired if each.number > after]
        return News(rows, air.over_at, air.promise, has_parts=air.promise is not None)

    monkeypatch.setattr(module, "ask", ask)
    return air


def test_a_thousand_viewers_and_one_reading(air):
    async def many():
        await asyncio.gather(*(air.refresh() for _ in range(1000)))
        await air.refresh()

    async_to_sync(many)()
    assert (air.reads, air.last_number) == (1, 2)


def test_who_asked_first_may_leave(air):
    async def leave():
        first = asyncio.ensure_future(air.refresh())
        await asyncio.sleep(0)
        second = asyncio.ensure_future(air.refresh())
        await asyncio.sleep(0)
        first.cancel()
        await second

    async_to_sync(leave)()
    assert air.last_number == 2


def test_all_who_wait_are_told_by_one_task(air, monkeypatch):
    monkeypatch.setattr(module, "LOOK_EVERY_S", 0.01)

    async def watch():
        await air.refresh()
        waiting = [asyncio.ensure_future(air.reach(3)) for _ in range(200)]
        await asyncio.sleep(0.05)
        reads = air.reads
        air.aired.append(row(3))
        await asyncio.wait_for(asyncio.gather(*waiting), 10)
        return reads

    assert async_to_sync(watch)() < 12
    assert air.last_number == 3


def test_a_database_that_stumbles_is_asked_again(air, monkeypatch, caplog):
    monkeypatch.setattr(module, "LOOK_EVERY_S", 0.01)
    healthy = module.ask
    stumbles = []

    async def stumble(*arguments):
        if len(stumbles) < 2:
            stumbles.append(1)
            raise OperationalError("locked")
        return await healthy(*arguments)

    async def watch():
        monkeypatch.setattr(module, "ask", stumble)
        await asyncio.wait_for(air.reach(2), 10)

    with caplog.at_level(logging.ERROR):
        async_to_sync(watch)()
    assert air.last_number == 2
    assert "cannot be read" in caplog.text


def test_a_list_grows_by_its_end_and_is_written_once(air, monkeypatch):
    written = []
    block = module.manifest.block
    monkeypatch.setattr(
        module.manifest, "block", lambda r, *rest: written.append(r.number) or block(r, *rest)
    )

    async def read():
        await air.refresh(0.0)

    async_to_sync(read)()
    assert air.list_of("source", is_delta=False) is air.list_of("source", is_delta=False)
    air.aired.append(row(3))
    async_to_sync(read)()
    assert b"s/3/source.m4s" in air.list_of("source", is_delta=False)
    assert written == [1, 2, 3]


def test_rows_and_folders(air):
    async_to_sync(air.refresh)()
    assert air.row(2).number == 2
    assert air.row(3) is air.row(0) is None
    assert air.folder("a" * 16) == "a" * 16
    assert air.folder("b" * 16) is None
    assert KeptAir(8).row(1) is None


def test_a_longer_segment_raises_the_target(air):
    air.aired.append(row(3, length_s=4.2))
    async_to_sync(air.refresh)()
    assert b"TARGETDURATION:4\n" in air.list_of("source", is_delta=False)


def test_a_knock_is_answered_before_the_next_look(air, monkeypatch, settings, tmp_path):
    settings.LIVE_ROOT = tmp_path
    monkeypatch.setattr(module, "LOOK_EVERY_S", 60)

    async def watch():
        await air.refresh()
        waiting = asyncio.ensure_future(air.reach(3))
        await asyncio.sleep(0.1)
        air.aired.append(row(3))
        assert not waiting.done()
        knock(run_door(7))
        await asyncio.wait_for(waiting, 10)

    async_to_sync(watch)()
    assert air.last_number == 3


def test_a_promise_alone_is_news(air):
    async_to_sync(air.refresh)()
    before = air.list_of("source", is_delta=False)
    assert air.promised is None
    air.promise = row(3)
    async_to_sync(air.refresh)(0.0)
    assert air.promised == row(3)
    # Without any log there are no parts to be offered.
    assert air.list_of("source", is_delta=False) == before


def test_parts_do_not_wait_for_a_database_that_is_slow(air, monkeypatch):
    """A part comes while the rows are being read; whoever waits for it is told at once."""
    released = asyncio.Event()
    air.promise = row(3)
    async_to_sync(air.refresh)()
    parts = []
    monkeypatch.setattr(air.parts, "of", lambda row, rung: parts)
    monkeypatch.setattr(air.parts, "read", lambda: bool(parts))

    async def slow(function, run_id, after):
        await released.wait()
        return News([], None, air.promise, has_parts=True)

    async def watch():
        monkeypatch.setattr(module, "ask", slow)
        monkeypatch.setattr(module, "LOOK_EVERY_S", 0.0)
        waiting = asyncio.ensure_future(air.reach(3, "source", 0))
        await asyncio.sleep(0.1)
        assert not waiting.done()
        parts.append("a part")
        await asyncio.wait_for(waiting, 10)
        assert not released.is_set()
        released.set()
        await air._looking

    async_to_sync(watch)()
