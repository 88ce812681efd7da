"""Which matching gifts stand beside a fund."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fundraising.domain.list_matches import SHOWN_AFTER, matches_for

pytestmark = pytest.mark.django_db


def test_those_that_run_or_ended_lately(fund, matching, make_fund):
    today = timezone.localdate()
    assert list(matches_for(fund, today)) == [matching]
    assert list(matches_for(fund, matching.ends_on + SHOWN_AFTER)) == [matching]
    assert not matches_for(fund, matching.ends_on + SHOWN_AFTER + timedelta(days=1))
    assert not matches_for(make_fund("Autre cause"), today)
