"""A week is long enough."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.domain.contestation_age import days_waiting, is_overdue, is_waiting
from campaigns.models import Contestation


@pytest.mark.parametrize(
    ("days", "values", "overdue"),
    [
        (6, {}, False),
        (8, {}, True),
        (8, {"state": "published"}, True),
        (8, {"state": "published", "answered_at": timezone.now()}, False),
        (8, {"state": "rejected"}, False),
    ],
)
def test_what_is_overdue(days, values, overdue):
    found = Contestation(filed_at=timezone.now() - timedelta(days=days), **values)
    assert is_overdue(found) == overdue
    assert days_waiting(found) == days
    assert is_waiting(found) or not overdue
