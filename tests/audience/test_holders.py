"""Whose codes are: asked of the rooms that gave holders their names."""

import pytest

from audience import holders
from audience.holders import holders_named, names_of_holders, register_holders


@pytest.fixture(autouse=True)
def _rooms(monkeypatch):
    monkeypatch.setattr(holders, "_rooms", {})


def test_nobody_knows_them():
    assert names_of_holders({"A"}) == {}
    assert holders_named("zoé", 5) == []


def test_each_room_names_its_own():
    asked = []

    def name(wanted):
        asked.append(wanted)
        return {"A": "Zoé"}

    register_holders("one", name, lambda words, most: ["A", "B"][:most])
    register_holders("two", lambda wanted: {"C": "Max"}, lambda words, most: [words])
    assert names_of_holders(["A", "C"]) == {"A": "Zoé", "C": "Max"}
    assert holders_named("zoé", 1) == ["A", "zoé"]
    assert names_of_holders(set()) == {}
    assert asked == [["A", "C"]]
