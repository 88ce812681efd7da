"""Who is told of counted acts."""

from audience import listeners
from audience.listeners import register_listener, tell


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
