"""The menu: by span, with what can be done now alone."""

import pytest

from campaigns import menu_of_acts as module
from campaigns.menu_of_acts import MenuAct, Span, menu_of_acts, register_menu_act


@pytest.fixture(autouse=True)
def _empty(monkeypatch):
    monkeypatch.setattr(module, "_acts", {})


def test_by_span():
    hour = MenuAct("a", Span.HOUR, "A", "", lambda: "/a/")
    second = MenuAct("b", Span.SECOND, "B", "", lambda: "/b/")
    for act in (hour, second, second, MenuAct("c", Span.MINUTES, "C", "", str)):
        register_menu_act(act)
    found = [(course.span, course.acts) for course in menu_of_acts()]
    assert found == [(Span.SECOND, [(second, "/b/")]), (Span.HOUR, [(hour, "/a/")])]


def test_nothing():
    assert menu_of_acts() == []
