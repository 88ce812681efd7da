"""What hurts is urgent; what is decided waits no more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qa.domain.notice_age import allowed, is_overdue

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.mark.parametrize(
    ("ground", "hours", "overdue"),
    [("hateful", 23, False), ("hateful", 25, True), ("spam", 25, False), ("spam", 73, True)],
)
def test_new_ones(make_notice, ground, hours, overdue):
    notice = make_notice(ground=ground, filed_at=NOW - timedelta(hours=hours))
    assert is_overdue(notice, NOW) is overdue


def test_decided_ones_wait_only_for_an_objection(make_notice):
    long_ago = NOW - timedelta(days=30)
    notice = make_notice(state="dismissed", filed_at=long_ago, decided_at=long_ago)
    assert not is_overdue(notice, NOW)
    notice.redress_at = NOW - timedelta(days=6)
    assert (allowed(notice), is_overdue(notice, NOW)) == (timedelta(days=7), False)
    notice.redress_at = NOW - timedelta(days=8)
    assert is_overdue(notice, NOW)
    notice.redress_ended_at = NOW
    assert not is_overdue(notice, NOW)
