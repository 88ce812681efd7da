"""What was promised is kept, whatever the showcaller, the feed or a receiver does."""

import threading

import pytest
from django.db import connection

from live.air.append import append_air
from live.air.promises import has_stopped, is_silent, standing_promise
from live.models import AirPromise, Run
from tests.live.airing import at, make_feed, make_live_page, make_run, make_session
from tests.live.parted import Clock, Sender, air_pass

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr("live.gateways.part_log.time", clock.time)
    return clock


@pytest.fixture
def root(settings, tmp_path):
    settings.LIVE_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def live_page(house):
    return make_live_page(house, is_low_latency=True)


@pytest.fixture
def run(live_page):
    return make_run(live_page, make_feed(live_page), slate_key="0" * 16, is_low_latency=True)


@pytest.fixture
def sender(run, clock, root):
    """A feed with a whole segment on air, and one that is being made."""
    sender = Sender(run.feed, clock, root)
    for _ in range(4):
        sender.send()
    air_pass(run, clock)
    return sender


def promised(run: Run) -> tuple[int, int] | None:
    promise = AirPromise.objects.filter(run=run).first()
    return (promise.session_id, promise.source_number) if promise else None


def aired(run: Run) -> list[tuple]:
    rows = run.air.select_related("source")
    return [
        (row.source.session_id, row.source.number, round(row.length_s, 2))
        if row.source
        else "slate"
        for row in rows
    ]


def test_the_next_segment_is_promised_while_it_is_made(run, sender, clock):
    assert aired(run) == [(sender.row.pk, 0, 1.0)]
    assert promised(run) == (sender.row.pk, 1)
    promise = standing_promise(run, run.air.last())
    assert (promise.number, promise.is_discontinuity) == (2, False)
    assert promise.aired_at == at(11)


def test_a_switch_comes_after_what_was_promised(run, live_page, sender, clock, root):
    other = make_feed(live_page, "Dakar")
    there = Sender(other, clock, root)
    for _ in range(4):
        there.send()
    Run.objects.filter(pk=run.pk).update(feed=other)
    air_pass(run, clock)
    assert promised(run) == (sender.row.pk, 1)
    for _ in range(3):
        sender.send()
    air_pass(run, clock)
    assert aired(run)[1:] == [(sender.row.pk, 1, 1.0), (there.row.pk, 0, 1.0)]
    assert promised(run) == (there.row.pk, 1)


def test_what_another_feed_is_making_is_promised_at_the_switch(run, live_page, clock, root):
    other = make_feed(live_page, "Dakar")
    there = Sender(other, clock, root)
    for _ in range(4):
        there.send()
    here = Sender(run.feed, clock, root)
    for _ in range(4):
        here.send()
    air_pass(run, clock)
    Run.objects.filter(pk=run.pk).update(feed=other)
    for _ in range(3):
        here.send()
    there.send()
    air_pass(run, clock)
    assert aired(run) == [(here.row.pk, 0, 1.0), (here.row.pk, 1, 1.0)]
    promise = AirPromise.objects.get(run=run)
    assert (promise.session_id, promise.source_number) == (there.row.pk, 1)
    assert promise.is_discontinuity


def test_the_slate_comes_after_what_was_promised(run, sender, clock):
    Run.objects.filter(pk=run.pk).update(shows_slate=True)
    air_pass(run, clock)
    assert aired(run) == [(sender.row.pk, 0, 1.0)]
    for _ in range(3):
        sender.send()
    air_pass(run, clock)
    air_pass(run, clock)
    assert aired(run)[1] == (sender.row.pk, 1, 1.0)
    assert aired(run)[2:] == ["slate"] * (len(aired(run)) - 2) != []
    assert promised(run) is None


def test_the_end_comes_after_what_was_promised(run, sender, clock):
    Run.objects.filter(pk=run.pk).update(ended_at=at(clock.now_s))
    air_pass(run, clock)
    assert promised(run) is not None
    sender.leave()
    air_pass(run, clock)
    assert aired(run)[-1] == (sender.row.pk, 1, 0.36)
    assert promised(run) is None
    air_pass(run, clock)
    assert len(aired(run)) == 2


def test_a_feed_that_stands_still_ends_its_segment_then_the_slate(run, sender, clock):
    sender.send()
    sender.stall()
    air_pass(run, clock)
    assert aired(run)[-1] == (sender.row.pk, 1, 0.72)
    clock.now_s += 0.3
    air_pass(run, clock)
    assert aired(run)[-1] == "slate"
    assert has_stopped(sender.row)


def test_what_a_receiver_left_that_died_counts_as_whole(run, sender, clock, root):
    sender.send()
    sender.die()
    air_pass(run, clock)
    assert aired(run)[1] == (sender.row.pk, 1, 0.72)
    assert (root / sender.row.folder / "source" / "1.m4s").exists()
    air_pass(run, clock)
    assert "slate" in aired(run)


def test_a_receiver_that_hangs_is_waited_for_three_seconds(run, sender, clock):
    clock.now_s += 2.9
    air_pass(run, clock)
    assert len(aired(run)) == 1
    clock.now_s += 0.2
    air_pass(run, clock)
    assert aired(run)[1] == (sender.row.pk, 1, 0.36)


def test_of_what_never_began_nothing_is_kept(run, clock, root):
    sender = Sender(run.feed, clock, root)
    for _ in range(3):
        sender.send()
    sender.stall()
    clock.now_s -= 1.3
    air_pass(run, clock)
    assert promised(run) == (sender.row.pk, 1)
    clock.now_s += 1.6
    air_pass(run, clock)
    assert promised(run) is None
    assert aired(run)[1:] == ["slate"] * (len(aired(run)) - 1) != []


def test_where_no_log_can_be_seen_nothing_is_promised(run):
    session = make_session(run.feed, 9)
    session.segments.create(number=0, starts_at=at(9), length_s=1)
    air_pass(run, Clock())
    assert aired(run) == [(session.pk, 0, 1.0)]
    assert promised(run) is None
    assert is_silent(session)
    assert not has_stopped(session)


def test_without_low_latency_nothing_is_promised(run, clock, root):
    Run.objects.filter(pk=run.pk).update(is_low_latency=False)
    sender = Sender(run.feed, clock, root)
    for _ in range(4):
        sender.send()
    air_pass(run, clock)
    assert promised(run) is None


def test_the_log_says_more_than_the_files(run, sender, clock, root):
    """A receiver that died between the log and the disk: nothing is made of it."""
    (root / sender.row.folder / "source" / ".1.growing").unlink()
    sender.die()
    air_pass(run, clock)
    assert aired(run) == [(sender.row.pk, 0, 1.0)]


@pytest.mark.django_db(transaction=True)
def test_two_processes_promise_one_thing(run, live_page, sender, clock, root):
    """One of them has read the run before the switch, the other after it."""
    other = make_feed(live_page, "Dakar")
    there = Sender(other, clock, root)
    for _ in range(4):
        there.send()
    for _ in range(3):
        sender.send()
    gate = threading.Barrier(6)

    def work(feed_id: int) -> None:
        try:
            mine = Run.objects.get(pk=run.pk)
            mine.feed_id = feed_id
            gate.wait()
            for _ in range(5):
                append_air(mine, at(clock.now_s), slate_segments=30)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=work, args=(feed.pk,)) for feed in (run.feed, other) for _ in "abc"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    last = run.air.last()
    assert [row.number for row in run.air.all()] == list(range(1, last.number + 1))
    promise = AirPromise.objects.get(run=run)
    assert promise.number == last.number + 1
    assert aired(run)[1] == (sender.row.pk, 1, 1.0)
