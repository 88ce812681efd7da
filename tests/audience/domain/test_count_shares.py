"""Presses of share links: sums, once per person and day."""

import pytest
from django.utils import timezone

from audience.domain.count_shares import SharePress, count_shares
from audience.models import DailyShares, ShareMark
from tests.audience.sharing import code_of

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
TODAY = timezone.localdate()


def count_of(code):
    return DailyShares.objects.get(code=code, day=TODAY).count


def test_known_people_once_a_day_others_each_time(meter):
    code = code_of(meter)
    press = SharePress(code.code, TODAY, "zoe")
    assert count_shares([press, press, SharePress(code.code, TODAY)]) == [True] * 3
    assert count_shares([press, SharePress(code.code, TODAY), SharePress(code.code, TODAY, "max")])
    assert count_of(code) == 4
    assert ShareMark.objects.count() == 2
    tomorrow = TODAY + timezone.timedelta(days=1)
    count_shares([SharePress(code.code, tomorrow, "zoe")])
    assert DailyShares.objects.get(day=tomorrow).count == 1
    assert str(DailyShares.objects.get(day=tomorrow)).endswith(": 1")


def test_codes_that_are_none(meter):
    revoked = code_of(meter, revoked_at=timezone.now())
    presses = [SharePress(name, TODAY, "zoe") for name in (revoked.code, "0000000000")]
    assert count_shares(presses) == [False, False]
    assert (DailyShares.objects.count(), ShareMark.objects.count()) == (0, 0)
