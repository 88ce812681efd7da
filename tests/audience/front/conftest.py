"""People at the front door, with a clock that the test sets.

What is counted is written in a thread of its own: these tests commit for real.
"""

from collections.abc import Callable, Iterator

import pytest
from django.db import connections

from audience import film_lengths
from audience.front import writer
from tests.visitors import Visitor

FILM = "0123456789abcdef01234567"


@pytest.fixture(autouse=True)
def _the_writer_lets_go() -> Iterator[None]:
    yield
    writer._thread.submit(connections.close_all).result()


@pytest.fixture
def lengths(monkeypatch) -> dict[str, float]:
    """The films that count, and their seconds."""
    lengths = {FILM: 102.0}
    monkeypatch.setattr(film_lengths, "_sources", [lambda meter_key, film: lengths.get(film)])
    return lengths


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


@pytest.fixture
def visitors() -> Callable[[], Visitor]:
    return Visitor
