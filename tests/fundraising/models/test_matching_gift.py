"""What a sponsor adds: a share, rounded down, never above the cap."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from fundraising.models import MatchingGift

TODAY = timezone.localdate()
DAY = timedelta(days=1)


@given(st.integers(0, 10**9), st.integers(1, 1000), st.integers(100, 10**9))
def test_within_rate_and_cap(cents, rate, cap):
    added = MatchingGift(rate_percent=rate, cap_cents=cap).adds_to(cents)
    assert 0 <= added <= cap
    assert added == cap or added * 100 <= cents * rate < (added + 1) * 100


def test_where_it_stands(settings):
    settings.TEST_GIFTS = "off"
    match = MatchingGift(rate_percent=50, cap_cents=10_00, given_cents=20_00, test_given_cents=1)
    match.starts_on, match.ends_on = TODAY, TODAY
    assert (match.matched_cents, match.is_reached) == (10_00, True)
    assert (match.is_ahead, match.is_over) == (False, False)
    match.given_cents, match.ends_on = 0, TODAY - DAY
    assert (match.is_reached, match.is_over) == (False, True)
    with pytest.raises(ValidationError):
        match.clean()
    match.test_given_cents, settings.TEST_GIFTS = 20_00, "shown"
    assert match.matched_cents == 10_00


@pytest.mark.django_db
def test_a_form_that_was_open_for_long_undoes_no_gift(matching):
    opened = MatchingGift.objects.get(pk=matching.pk)
    MatchingGift.objects.update(given_cents=5_00)
    opened.rate_percent = 50
    opened.save()
    matching.refresh_from_db()
    assert (matching.rate_percent, matching.given_cents) == (50, 5_00)
    assert "Radis" in str(matching)
