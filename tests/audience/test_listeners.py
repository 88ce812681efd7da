"""Who is told of counted acts."""

from audience import listeners
from audience.listeners import (
    describe,
    is_taken,
    register_describer,
    register_listener,
    register_taker,
    tell,
)


def test_everybody_is_told_once_in_order(monkeypatch):
    monkeypatch.setattr(listeners, "_listeners", [])
    heard = []

    def first(meter, acts):
        heard.append(("first", meter, acts))

    def second(meter, acts):
        heard.append(("second", meter, acts))

    for listener in (first, second, first):
        register_listener(listener)
    tell("meter", ["act"])
    assert heard == [("first", "meter", ["act"]), ("second", "meter", ["act"])]


def test_gifts_in_words(monkeypatch):
    monkeypatch.setattr(listeners, "_describers", [])
    assert describe([[1, 2000]], "fr") == ""
    register_describer(lambda gifts, language: f"{gifts[0][1]} g ({language})")
    assert describe([[1, 2000]], "fr") == "2000 g (fr)"
    assert describe([], "fr") == ""


def test_one_who_gives_is_enough(monkeypatch):
    monkeypatch.setattr(listeners, "_takers", [])
    assert not is_taken("meter", "click")
    register_taker(lambda meter, kind: False)
    register_taker(lambda meter, kind: kind == "click")
    assert is_taken("meter", "click")
    assert not is_taken("meter", "offsite")
