"""Episodes can be shared as soon as they are published, for the campaign that they serve."""

import pytest

from audience.domain.channel_codes import channel_codes
from audience.models import ShareCode
from audience.shared import shared_of
from episodes.domain.shared_episodes import (
    episodes_without_codes,
    find_shared_episode,
    search_episodes,
)

pytestmark = pytest.mark.django_db


def test_a_published_episode(make_episode, make_campaign):
    campaign = make_campaign()
    page = make_episode(campaign=campaign)
    key = str(page.pk)
    assert channel_codes("episode", key)
    found = shared_of("episode", key)
    assert (found.title, found.address, found.meter_id) == (
        page.title,
        page.url,
        campaign.meter_id,
    )
    page.campaign = None
    page.save_revision().publish()
    assert set(ShareCode.objects.filter(kind="episode").values_list("meter", flat=True)) == {None}


def test_old_episodes_are_found(make_episode, make_campaign):
    campaign = make_campaign()
    alone, serving = make_episode("A"), make_episode("B", campaign=campaign)
    ShareCode.objects.all().delete()
    assert episodes_without_codes(10) == [
        (str(alone.pk), None),
        (str(serving.pk), campaign.meter_id),
    ]


def test_no_such_episode(house):
    assert find_shared_episode("7") is None


def test_named(house, make_episode):
    first, _other = make_episode("Le radis"), make_episode("Autre")
    assert search_episodes("RADIS", 5) == [str(first.pk)]
    assert search_episodes("courge", 5) == []
