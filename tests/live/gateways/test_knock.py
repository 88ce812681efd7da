"""A knock is heard once, and nothing depends on it."""

import threading
from time import monotonic

import pytest

from live.gateways import knock as module
from live.gateways.knock import FEEDS, Ear, knock, run_door


@pytest.fixture(autouse=True)
def root(settings, tmp_path):
    settings.LIVE_ROOT = tmp_path / "live"
    return settings.LIVE_ROOT


def test_a_knock_is_heard_once_by_each_who_listens():
    one, other = Ear(FEEDS), Ear(FEEDS)
    assert not one.has_heard()
    knock(FEEDS)
    knock(FEEDS)
    assert one.has_heard()
    assert not one.has_heard()
    assert other.has_heard()


def test_other_doors_stay_silent():
    ear = Ear(run_door(7))
    knock(run_door(8))
    assert not ear.has_heard()


def test_listening_ends_with_a_knock():
    ear = Ear(FEEDS)
    threading.Timer(0.05, knock, [FEEDS]).start()
    begun = monotonic()
    assert not ear.listen(threading.Event(), 60)
    assert monotonic() - begun < 30


def test_listening_ends_when_told_and_by_itself():
    stop = threading.Event()
    assert not Ear(FEEDS).listen(stop, 0.05)
    stop.set()
    assert Ear(FEEDS).listen(stop, 60)
    assert Ear(FEEDS).listen(stop, 0)


def test_the_file_does_not_grow_for_ever(root, monkeypatch):
    monkeypatch.setattr(module, "_LARGEST_BYTES", 3)
    for _ in range(8):
        knock(FEEDS)
    assert (root / "knocks" / FEEDS).stat().st_size <= 3


def test_where_nothing_can_be_written_nobody_is_disturbed(root):
    root.write_bytes(b"a file where the store should be")
    knock(FEEDS)
    assert not Ear(FEEDS).has_heard()
