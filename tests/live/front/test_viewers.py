"""About how many watch, without knowing anybody."""

import pytest

from live.front import viewers as module
from live.front.viewers import WINDOW_S, Viewers, rounded


@pytest.fixture
def clock(monkeypatch):
    """The process's clock, which the test moves."""
    now = {"s": 1000.0}
    monkeypatch.setattr(module, "monotonic", lambda: now["s"])
    return now


def test_whoever_asks_every_five_seconds_is_one(clock):
    viewers = Viewers()
    for second in range(2 * WINDOW_S):
        clock["s"] = 1000 + second
        if second % 5 == 0:
            for _ in range(20):
                viewers.note("a", 5)
    assert viewers.about("a") == 20
    assert viewers.about("b") is None


def test_it_stays_the_same_when_pages_are_told_to_ask_more_often(clock):
    viewers = Viewers()
    for second in range(WINDOW_S):
        clock["s"] = 1000 + second
        if second % 2 == 0:
            for _ in range(12):
                viewers.note("a", 2)
    assert viewers.about("a") == 12


def test_who_left_is_forgotten(clock):
    viewers = Viewers()
    for _ in range(60):
        viewers.note("a", 5)
    assert viewers.about("a") == 10
    clock["s"] += WINDOW_S
    assert viewers.about("a") is None


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, None), (4.9, None), (5, 5), (49.4, 49), (63, 60), (238, 240), (12_960, 13_000)],
)
def test_it_promises_no_more_than_it_knows(number, told):
    assert rounded(number) == told
