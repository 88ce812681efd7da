"""The worker's clock goes on whatever a chore does."""

import threading

import pytest

from portal.clock import Chore
from portal.management.commands import worker


def test_a_chore_that_fails_is_logged_and_does_not_stop_the_clock(caplog):
    def fail():
        raise ValueError("la cave est inondée")

    worker._do(Chore("arroser", 1, fail))

    assert "arroser failed" in caplog.text


@pytest.mark.django_db
def test_the_clock_does_its_chores_until_it_is_stopped(monkeypatch):
    stop = threading.Event()
    done = []

    def chore():
        done.append("arrosé")
        stop.set()

    monkeypatch.setattr(worker, "CHORES", (Chore("arroser", 60, chore),))
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker.connections, "close_all", lambda: None)
    worker._keep_time(stop)
    assert done == ["arrosé"]
