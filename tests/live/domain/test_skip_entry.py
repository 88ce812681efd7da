"""A line that is skipped is passed over, until it is brought back."""

import pytest

from live.domain.skip_entry import skip_entry, unskip_entry
from live.domain.take import take
from live.refusals import NoSuchLine

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_skip_and_bring_back(run, caller):
    one, two, _ = run.entries.all()
    run = skip_entry(run, caller, 1, entry=one.pk)
    with pytest.raises(NoSuchLine):
        skip_entry(run, caller, 2, entry=one.pk)
    run = unskip_entry(run, caller, 2, entry=one.pk)
    assert run.entries.first().state == "waiting"
    run = skip_entry(run, caller, 3, entry=one.pk)
    run = take(run, caller, 4, believed=None)
    assert run.entry == two


def test_only_what_waits(run, caller):
    run = take(run, caller, 1, believed=None)
    with pytest.raises(NoSuchLine):
        skip_entry(run, caller, 2, entry=run.entry.pk)
    with pytest.raises(NoSuchLine):
        unskip_entry(run, caller, 2, entry=run.entries.last().pk)
