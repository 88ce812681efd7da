"""A pledge is changed as it is now, or not at all."""

import pytest

from campaigns.domain.locked_pledge import locked_pledge
from campaigns.enums import PledgeState
from campaigns.models import Pledge
from campaigns.refusals import WrongStep

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_it_gives_what_the_database_holds(make_pledge, meter):
    stale = make_pledge()
    Pledge.objects.update(tally=7)
    with locked_pledge(stale, PledgeState.ACTIVE) as fresh:
        assert fresh.tally == 7
    meter.refresh_from_db()
    assert meter.version == 1


def test_whoever_comes_second_is_told(make_pledge, meter):
    stale = make_pledge(state=PledgeState.PROPOSED)
    Pledge.objects.update(state=PledgeState.COUNTERSIGNED)
    with pytest.raises(WrongStep) as refused, locked_pledge(stale, PledgeState.PROPOSED):
        pass
    assert str(PledgeState.COUNTERSIGNED.label) in str(refused.value)
    meter.refresh_from_db()
    assert meter.version == 0
