"""Whoever keeps copies says how they are emptied."""

import pytest

from qa import kept_copies

pytestmark = pytest.mark.django_db


def test_all_are_emptied_and_named():
    emptied: list[str] = []
    kept_copies.clear_on_removal("a test's", lambda: emptied.append("done"))
    try:
        assert kept_copies.clear() == ["pages", "a test's"]
    finally:
        kept_copies.forget_copies("a test's")
    assert emptied == ["done"]
    assert kept_copies.clear() == ["pages"]
