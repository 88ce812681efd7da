"""Three days after, a press is a number."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.count_shares import SharePress, count_shares
from audience.domain.forget_sharers import forget_sharers
from audience.models import DailyShares, ShareCode, ShareMark
from tests.audience.sharing import code_of

pytestmark = pytest.mark.django_db


def test_old_marks_go_and_sums_stay(meter):
    code, today = code_of(meter), timezone.localdate()
    for days_ago in (0, 3, 4):
        count_shares([SharePress(code.code, today - timedelta(days=days_ago), "zoe")])
    assert forget_sharers() == 1
    assert (ShareMark.objects.count(), DailyShares.objects.count()) == (2, 3)


def test_the_browser_of_a_maker_goes_and_the_person_stays(meter):
    for secret in ("old", "new"):
        code_of(meter, secret=secret, maker="zoe", maker_browser="b")
    old = ShareCode.objects.filter(secret="old")
    old.update(made_at=timezone.now() - timedelta(days=4))
    forget_sharers()
    found = dict(ShareCode.objects.values_list("secret", "maker_browser"))
    assert found == {"old": "", "new": "b"}
    assert set(ShareCode.objects.values_list("maker", flat=True)) == {"zoe"}
