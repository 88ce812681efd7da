"""Campaign pages can be shared as soon as they are published."""

import pytest

from audience.domain.channel_codes import channel_codes
from audience.models import ShareCode
from audience.shared import shared_of
from campaigns.domain.shared_campaigns import (
    campaigns_without_codes,
    find_shared_campaign,
    search_campaigns,
)

pytestmark = pytest.mark.django_db


def test_a_published_page_has_codes(make_campaign):
    page = make_campaign()
    key = str(page.pk)
    assert channel_codes("campaign", key)
    assert campaigns_without_codes(10) == []
    found = shared_of("campaign", key)
    assert (found.title, found.address, found.meter_id) == (page.title, page.url, page.meter_id)
    assert set(ShareCode.objects.values_list("meter", flat=True)) == {page.meter_id}


def test_old_pages_are_found(make_campaign):
    pages = [make_campaign(f"Campagne {number}") for number in range(3)]
    make_campaign("Brouillon", live=False)
    ShareCode.objects.all().delete()
    wanted = [(str(page.pk), page.meter_id) for page in pages]
    assert campaigns_without_codes(10) == wanted
    assert campaigns_without_codes(2) == wanted[:2]


@pytest.mark.parametrize("key", ["", "x", "-1", "0", "9" * 40, "٣"])
def test_keys_that_name_nothing(house, key):
    assert find_shared_campaign(key) is None


def test_what_is_taken_down_is_not_shared(make_campaign):
    page = make_campaign()
    page.unpublish()
    assert find_shared_campaign(str(page.pk)) is None


def test_named(house, make_campaign):
    first, _other = make_campaign("Le radis"), make_campaign("Autre")
    assert search_campaigns("RADIS", 5) == [str(first.pk)]
    assert search_campaigns("courge", 5) == []
