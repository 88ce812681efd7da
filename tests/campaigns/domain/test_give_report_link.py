"""A sponsor gets a link to its report."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from campaigns.domain.give_report_link import give_report_link
from campaigns.models import Organisation, SponsorReportLink
from campaigns.refusals import MayNotReport, NotTheSponsor

pytestmark = pytest.mark.django_db


def test_a_link_for_so_many_days(editor, make_pledge):
    pledge = make_pledge()
    link = give_report_link(editor, pledge.meter, pledge.sponsor, 30)
    assert link.is_open
    assert timedelta(days=29) < link.expires_at - timezone.now() <= timedelta(days=30)
    assert (link.meter, link.sponsor, link.created_by) == (pledge.meter, pledge.sponsor, editor)
    entry = ModelLogEntry.objects.get(action="campaigns.report_link.give")
    assert (entry.user, link.key in str(entry.data)) == (editor, False)


def test_two_links_have_two_keys(editor, make_pledge):
    pledge = make_pledge()
    links = [give_report_link(editor, pledge.meter, pledge.sponsor, 30) for _ in range(2)]
    assert len({link.key for link in links}) == 2


def test_not_by_just_anybody(receiver, make_pledge):
    pledge = make_pledge()
    with pytest.raises(MayNotReport):
        give_report_link(receiver, pledge.meter, pledge.sponsor, 30)
    assert not SponsorReportLink.objects.exists()


def test_only_to_a_sponsor_whose_pledge_took_effect(editor, meter, make_pledge):
    pledge = make_pledge(state="draft")
    for stranger in (pledge.sponsor, pledge.beneficiary, Organisation.objects.create(name="X")):
        with pytest.raises(NotTheSponsor) as refused:
            give_report_link(editor, meter, stranger, 30)
        assert stranger.name in str(refused.value)
