"""What places are called is told from above."""

import pytest

from audience import places
from audience.places import names_of_places, register_namer


@pytest.fixture(autouse=True)
def only_these_namers(monkeypatch):
    monkeypatch.setattr(places, "_namers", [])


def test_each_namer_names_what_it_knows():
    register_namer(lambda keys: {key: "Le blog" for key in keys if key == "abc"})
    register_namer(lambda keys: {key: "Caisse" for key in keys if key.startswith("sale:")})
    assert names_of_places(["abc", "sale:1", "gone"]) == {"abc": "Le blog", "sale:1": "Caisse"}


def test_nobody_knows_any():
    assert names_of_places(["abc"]) == {}
