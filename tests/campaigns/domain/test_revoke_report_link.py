"""A link is taken back, for good."""

import pytest
from wagtail.models import ModelLogEntry

from campaigns.domain.give_report_link import give_report_link
from campaigns.domain.revoke_report_link import revoke_report_link
from campaigns.refusals import MayNotReport

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(editor, make_pledge):
    pledge = make_pledge()
    return give_report_link(editor, pledge.meter, pledge.sponsor, 30)


def test_once(editor, link):
    first = revoke_report_link(editor, link)
    assert not first.is_open
    again = revoke_report_link(editor, link)
    assert again.revoked_at == first.revoked_at
    assert ModelLogEntry.objects.filter(action="campaigns.report_link.revoke").count() == 1


def test_not_by_just_anybody(receiver, link):
    with pytest.raises(MayNotReport):
        revoke_report_link(receiver, link)
    link.refresh_from_db()
    assert link.is_open
