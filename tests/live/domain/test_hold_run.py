"""Hold and release."""

import pytest

from live.domain.hold_run import hold_run

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_hold_and_release(run, caller):
    assert hold_run(run, caller, 1, is_held=True).is_held
    assert not hold_run(run, caller, 2, is_held=False).is_held
    assert list(run.commands.values_list("verb", flat=True)) == ["start", "hold", "release"]
