"""A link opens one report, as long as it is good, and only as we signed it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.domain.give_report_link import give_report_link
from campaigns.domain.open_report_link import name_in_address, open_report_link
from campaigns.refusals import LinkOver

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(editor, make_pledge):
    pledge = make_pledge()
    return give_report_link(editor, pledge.meter, pledge.sponsor, 30)


def test_it_opens_its_report(link):
    report = open_report_link(name_in_address(link))
    assert (report.meter, report.sponsor) == (link.meter, link.sponsor)


def test_what_the_database_holds_is_not_enough(link, settings):
    assert open_report_link(link.key) is None
    assert open_report_link(f"{link.key}.{'A' * 22}") is None
    name = name_in_address(link)
    settings.SECRET_KEY = "another"
    assert open_report_link(name) is None


def test_a_key_that_was_never_given(link):
    name = name_in_address(link)
    link.delete()
    assert open_report_link(name) is None


@pytest.mark.parametrize("field", ["expires_at", "revoked_at"])
def test_a_link_that_is_over(link, field):
    setattr(link, field, timezone.now() - timedelta(seconds=1))
    link.save()
    with pytest.raises(LinkOver):
        open_report_link(name_in_address(link))
