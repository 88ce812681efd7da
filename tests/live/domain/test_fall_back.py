"""When a link drops, the plan says what to go on with."""

import pytest

from live.domain.fall_back import fall_back
from live.domain.take import take
from live.models import RunEntry
from live.refusals import NoFallback

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_the_fallback_goes_on_air(run, caller):
    one, two, three = run.entries.all()
    RunEntry.objects.filter(pk=one.pk).update(fallback_key=three.segment_key)
    run = take(run, caller, 1, believed=None)
    run = fall_back(run, caller, 2)
    assert run.entry == three
    assert run.commands.latest("version").verb == "fall_back"


@pytest.mark.parametrize("key", ["", "gone"])
def test_without_one_it_says_so(run, caller, key):
    run.entries.update(fallback_key=key)
    with pytest.raises(NoFallback):
        fall_back(run, caller, 1)
    run = take(run, caller, 1, believed=None)
    with pytest.raises(NoFallback):
        fall_back(run, caller, 2)
