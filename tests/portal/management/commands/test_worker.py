"""The worker's clock: each chore at its interval, whatever happens to the others."""

import threading

import pytest

from portal.clock import Chore
from portal.management.commands import worker


@pytest.fixture
def keep_time(monkeypatch, db):
    """Run the clock with these chores until the last of them has run so often."""

    def keep_time(*chores: Chore, until: threading.Event) -> None:
        monkeypatch.setattr(worker, "CHORES", chores)
        stop = threading.Event()
        thread = threading.Thread(target=worker._keep_time, args=(stop,))
        thread.start()
        try:
            assert until.wait(timeout=20)
        finally:
            stop.set()
            thread.join(timeout=20)
        assert not thread.is_alive()

    return keep_time


def test_a_chore_that_fails_does_not_stop_the_clock(keep_time, caplog):
    done = threading.Event()
    ran: list[str] = []

    def fail() -> None:
        ran.append("fail")
        raise RuntimeError("the hen has left")

    def last() -> None:
        ran.append("last")
        if ran.count("last") == 2:
            done.set()

    keep_time(Chore("feed the hen", 1, fail), Chore("close the gate", 1, last), until=done)
    assert ran[:4] == ["fail", "last", "fail", "last"]
    assert "feed the hen failed; it will be tried again in 1 s" in caplog.text
    assert "the hen has left" in caplog.text


def test_a_rare_chore_runs_once_at_the_start(keep_time):
    done = threading.Event()
    ran: list[str] = []

    def often() -> None:
        ran.append("often")
        if ran.count("often") == 2:
            done.set()

    keep_time(Chore("rare", 3600, lambda: ran.append("rare")), Chore("often", 1, often), until=done)
    assert ran.count("rare") == 1
