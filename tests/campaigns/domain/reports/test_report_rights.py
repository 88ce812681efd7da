"""Editors, moderators and administrators read reports; nobody else does."""

import pytest

from campaigns.domain.reports.report_rights import ensure_may_report, may_read_reports
from campaigns.refusals import MayNotReport

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("right", ["change_pledge", "activate_pledge"])
def test_the_team_reads(make_user, right):
    user = make_user("mo", right)
    assert may_read_reports(user)
    ensure_may_report(user)


@pytest.mark.parametrize("right", ["view_pledge", "change_act"])
def test_others_do_not(make_user, right):
    user = make_user("mo", right)
    assert not may_read_reports(user)
    with pytest.raises(MayNotReport):
        ensure_may_report(user)


def test_who_has_left_reads_nothing(make_user):
    assert not may_read_reports(make_user("mo", "change_pledge", is_active=False))


def test_administrators_read(admin):
    assert may_read_reports(admin)
