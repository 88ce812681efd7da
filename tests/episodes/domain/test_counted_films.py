"""Which films count for which meter."""

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from episodes.domain.counted_films import counted_length_s

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def film(make_film):
    return make_film(with_files=False)


def test_the_film_of_a_campaign(film, make_campaign):
    campaign = make_campaign(video=film)
    assert counted_length_s(campaign.meter.key, film.public_id) == 102.0


def test_the_film_of_an_episode_that_serves_it(film, make_campaign, make_episode):
    campaign = make_campaign()
    make_episode(video=film, campaign=campaign)
    assert counted_length_s(campaign.meter.key, film.public_id) == 102.0


def test_the_film_of_a_translation(film, make_campaign, make_episode, translate):
    campaign = make_campaign()
    translate(make_episode(video=film, campaign=campaign))
    assert counted_length_s(campaign.meter.key, film.public_id) == 102.0


def test_a_film_of_another_campaign(film, make_film, make_campaign, make_episode):
    campaign = make_campaign(video=film)
    other = make_campaign(video=make_film("Autre", with_files=False))
    make_episode(video=film)
    assert counted_length_s(other.meter.key, film.public_id) is None
    assert counted_length_s(campaign.meter.key, other.video.public_id) is None
    assert counted_length_s("f" * 16, film.public_id) is None
    assert counted_length_s(campaign.meter.key, "f" * 24) is None


def test_a_draft_shows_no_film(film, make_campaign, make_episode):
    campaign = make_campaign(video=film, live=False)
    make_episode(video=film, campaign=campaign)
    assert counted_length_s(campaign.meter.key, film.public_id) is None


def test_a_guarded_page_shows_no_film(film, make_campaign):
    campaign = make_campaign(video=film)
    PageViewRestriction.objects.create(page=campaign, restriction_type="password", password="x")
    cache.clear()
    assert counted_length_s(campaign.meter.key, film.public_id) is None


def test_a_film_that_does_not_play_yet(film, make_campaign):
    campaign = make_campaign(video=film)
    film.current.mp4_name, film.current.has_hls = "", False
    film.current.save()
    assert counted_length_s(campaign.meter.key, film.public_id) is None


def test_it_is_remembered_for_a_moment(film, make_campaign, django_assert_num_queries):
    campaign = make_campaign(video=film)
    counted_length_s(campaign.meter.key, film.public_id)
    with django_assert_num_queries(0):
        assert counted_length_s(campaign.meter.key, film.public_id) == 102.0
