"""Ambassadors are on the menu, always."""

from ambassadors.menu_acts import MENU_ACTS


def test_always():
    assert {act.look() for act in MENU_ACTS} == {"/ambassadeurs/"}
