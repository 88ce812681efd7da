"""Live programmes can be shared as soon as they are published, for their campaign."""

import pytest

from audience.domain.channel_codes import channel_codes
from audience.domain.make_channel_codes import make_missing_codes
from audience.models import ShareCode
from audience.shared import shared_of
from live.domain.shared_lives import find_shared_live, lives_without_codes, search_lives

pytestmark = pytest.mark.django_db


def test_a_published_programme(make_live, make_campaign):
    campaign = make_campaign()
    page = make_live(campaign=campaign)
    key = str(page.pk)
    assert channel_codes("live", key)
    found = shared_of("live", key)
    assert (found.title, found.address, found.meter_id) == (
        page.title,
        page.url,
        campaign.meter_id,
    )
    page.campaign = None
    page.save_revision().publish()
    assert set(ShareCode.objects.filter(kind="live").values_list("meter", flat=True)) == {None}


def test_those_that_were_there_before_are_found(make_live, make_campaign):
    campaign = make_campaign()
    alone, serving = make_live("A"), make_live("B", campaign=campaign)
    make_live("Brouillon", live=False)
    ShareCode.objects.all().delete()
    assert lives_without_codes(10) == [
        (str(alone.pk), None),
        (str(serving.pk), campaign.meter_id),
    ]
    make_missing_codes()
    assert lives_without_codes(10) == []
    assert channel_codes("live", str(alone.pk))


def test_no_such_programme(house, make_live):
    assert find_shared_live("7") is None
    assert find_shared_live(str(make_live(live=False).pk)) is None


def test_named(house, make_live):
    first, _other = make_live("Le radis"), make_live("Autre")
    assert search_lives("RADIS", 5) == [str(first.pk)]
    assert search_lives("courge", 5) == []
