"""The overlay goes on and off, and the log says so."""

import pytest

from live.domain.show_overlay import show_overlay

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_on_and_off(run, caller):
    for seen, is_shown in ((1, True), (2, False), (3, True)):
        run = show_overlay(run, caller, seen, is_shown=is_shown)
        assert run.hides_overlay is (not is_shown)
    verbs = list(run.commands.values_list("verb", flat=True))
    assert verbs[1:] == ["show_overlay", "hide_overlay", "show_overlay"]
