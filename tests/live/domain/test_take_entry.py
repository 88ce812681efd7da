"""A chosen line goes on air, wherever it stands."""

import pytest

from live.domain.hold_run import hold_run
from live.domain.skip_entry import skip_entry
from live.domain.take_entry import take_entry
from live.refusals import NoSuchLine

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_forwards_and_back_again(run, caller):
    one, _, three = run.entries.all()
    run = take_entry(run, caller, 1, entry=three.pk)
    assert run.entry == three
    run = take_entry(run, caller, 2, entry=one.pk)
    run = take_entry(run, caller, 3, entry=three.pk)
    three.refresh_from_db()
    assert (run.entry, three.state, three.ended_at) == (three, "on_air", None)
    assert list(run.entries.values_list("state", flat=True)) == ["done", "waiting", "on_air"]


def test_a_skipped_line_and_on_hold_too(run, caller):
    one = run.entries.first()
    skip_entry(run, caller, 1, entry=one.pk)
    hold_run(run, caller, 2, is_held=True)
    assert take_entry(run, caller, 3, entry=one.pk).entry == one


def test_not_the_one_on_air_nor_one_of_another_run(run, caller):
    one = run.entries.first()
    run = take_entry(run, caller, 1, entry=one.pk)
    for entry in (one.pk, 0, -1):
        with pytest.raises(NoSuchLine):
            take_entry(run, caller, 2, entry=entry)
