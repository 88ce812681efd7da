"""The slate goes on and off, and the log says so."""

import pytest

from live.domain.show_slate import show_slate

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_on_and_off(run, caller):
    for seen, is_shown in ((1, True), (2, False), (3, True)):
        run = show_slate(run, caller, seen, is_shown=is_shown)
        assert run.shows_slate is (is_shown)
    verbs = list(run.commands.values_list("verb", flat=True))
    assert verbs[1:] == ["show_slate", "hide_slate", "show_slate"]
