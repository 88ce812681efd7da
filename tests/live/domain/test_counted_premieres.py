"""Views of a premiere count once its hour has come, for the campaign of its programme."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.film_lengths import length_of
from live.domain.counted_premieres import premiere_length_s

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(make_film):
    return make_film(with_files=False, duration=90)


@pytest.mark.parametrize("is_published", [True, False])
def test_from_its_hour_on(make_live, make_episode, make_campaign, film, is_published):
    campaign = make_campaign()
    episode = make_episode(video=film, campaign=campaign, live=is_published)
    page = make_live(film=episode, campaign=campaign)
    key = campaign.meter.key
    assert length_of(key, film.public_id) is None
    page.starts_at = timezone.now() - timedelta(seconds=1)
    page.save_revision().publish()
    assert premiere_length_s(key, film.public_id) == 90
    assert length_of(key, film.public_id) == 90
    page.unpublish()
    assert premiere_length_s(key, film.public_id) is None


def test_for_no_other_campaign(make_live, make_episode, make_campaign, film):
    page = make_live(
        film=make_episode(video=film), starts_at=timezone.now(), campaign=make_campaign()
    )
    assert premiere_length_s(make_campaign("Autre").meter.key, film.public_id) is None
    assert premiere_length_s(page.campaign.meter.key, "0" * 24) is None
