"""Addresses are forgotten once there is nothing to remind of."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.models import Subscription
from live.domain.forget_reminders import forget_reminders
from tests.live.domain.test_announce_programme import follow

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("days_ago", "kept"), [(-5, 1), (29, 1), (31, 0)])
def test_a_month_after(make_live, days_ago, kept):
    page = make_live(starts_at=timezone.now() - timedelta(days=days_ago))
    follow(page)
    assert forget_reminders() == 1 - kept
    assert Subscription.objects.count() == kept


def test_when_the_page_is_gone_and_nobody_elses(make_live):
    page = make_live()
    follow(page)
    other = Subscription.objects.create(
        kind="campaign", key="x", email="a@example.org", language="fr"
    )
    page.delete()
    assert forget_reminders() == 1
    assert list(Subscription.objects.all()) == [other]
