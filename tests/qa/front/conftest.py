"""Voters at the front door. What is counted is written in a thread of its own."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connections

from audience.front import writer
from tests.visitors import Visitor


@pytest.fixture(autouse=True)
def _the_writer_lets_go() -> Iterator[None]:
    yield
    writer._thread.submit(connections.close_all).result()


@pytest.fixture
def voters() -> Callable[[], Visitor]:
    """Make somebody who has a ballot."""

    def voter() -> Visitor:
        made = Visitor()
        made.ask("POST", "/votes/ballot")
        return made

    return voter
