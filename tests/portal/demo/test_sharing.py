"""The demo's people come by ways that the reports can show."""

import pytest
from django.utils import timezone

from audience.models import DailyShares
from portal.demo.sharing import BY_LINK, FROM_SITE, ROUND, codes_of, share_page, way_of

pytestmark = pytest.mark.django_db


def test_ways(make_campaign):
    codes = codes_of(make_campaign())
    ways = [way_of(number, codes) for number in range(ROUND)]
    assert {code for code, _ in ways if code} == {codes[channel] for channel in BY_LINK.values()}
    assert {site for _, site in ways if site} == set(FROM_SITE.values())
    assert ways.count(("", "")) == ROUND - len(BY_LINK) - len(FROM_SITE)
    assert way_of(0, {}) == ("", "")


def test_shares(make_campaign):
    codes, today = codes_of(make_campaign()), timezone.localdate()
    share_page(codes, today, 5)
    assert DailyShares.objects.filter(day=today).count() == 5
    assert sum(DailyShares.objects.values_list("count", flat=True)) == 5 * 15 + 5
    share_page({}, today, 5)
    assert DailyShares.objects.filter(day=today).count() == 5
