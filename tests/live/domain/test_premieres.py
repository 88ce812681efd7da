"""A premiere follows from its hour and its film; until then the film is out of everybody's reach."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.premieres import (
    held_films,
    pages_with_premiere,
    premiere_of,
    premiere_to_come,
)
from media.domain.may_watch import HELD, OPEN, grant_for, grant_from_hour, may_watch, signed_grant

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def film(make_film):
    return make_film(with_files=False, duration=90)


@pytest.fixture
def episode(film, make_episode):
    return make_episode("La courge", video=film)


def test_from_hour_to_end(make_live, episode, film):
    page = make_live(film=episode)
    premiere = premiere_of(page)
    assert (premiere.video, premiere.length_s, premiere.meter_key) == (film, 90, "")
    assert (premiere.begins_at, premiere.ends_at) == (
        page.starts_at,
        page.starts_at + timedelta(seconds=90),
    )


def test_its_views_count_for_the_films_campaign(make_live, episode, make_campaign):
    episode.campaign = make_campaign()
    episode.save()
    assert premiere_of(make_live(film=episode)).meter_key == episode.campaign.meter.key


def test_no_premiere(make_live, make_episode, film, episode):
    assert premiere_of(make_live()) is None
    assert premiere_of(make_live(film=make_episode(video=None))) is None
    page = make_live(film=episode)
    film.current = None
    film.save()
    assert premiere_of(page) is None
    episode.delete()
    page.refresh_from_db()
    assert page.film_id is None


def test_nobody_can_watch_before_the_hour(make_live, episode, film):
    assert grant_for(film) == OPEN
    page = make_live(film=episode, starts_at=timezone.now() + HOUR)
    assert grant_for(film) == HELD
    assert grant_from_hour(film) == OPEN
    assert not may_watch(film.public_id, OPEN)
    assert not may_watch(film.public_id, HELD)
    assert may_watch(film.public_id, signed_grant(film))
    assert held_films() == {film.public_id: page.starts_at}
    assert premiere_to_come(film).pk == page.pk
    page.unpublish()
    assert may_watch(film.public_id, OPEN)
    assert (held_films(), premiere_to_come(film)) == ({}, None)


def test_it_opens_to_the_second(make_live, episode, film, monkeypatch):
    page = make_live(film=episode, starts_at=timezone.now() + HOUR)
    assert not may_watch(film.public_id, OPEN)
    seconds = [page.starts_at - timedelta(milliseconds=1), page.starts_at]
    found = []
    for now in seconds:
        monkeypatch.setattr("media.domain.may_watch.timezone.now", lambda now=now: now)
        found.append((may_watch(film.public_id, OPEN), grant_for(film)))
    assert found == [(False, HELD), (True, OPEN)]


def test_the_programme_alone_shows_an_episode_that_is_no_page(make_live, episode, film):
    episode.unpublish()
    page = make_live(film=episode, starts_at=timezone.now() - HOUR)
    assert may_watch(film.public_id, OPEN)
    assert [one.pk for one in pages_with_premiere(film)] == [page.pk]
    page.unpublish()
    assert not may_watch(film.public_id, OPEN)


def test_a_draft_holds_nothing(make_live, episode, film):
    make_live(film=episode, live=False)
    assert may_watch(film.public_id, OPEN)


def test_a_second_premiere_takes_nothing_back(make_live, episode, film):
    make_live(film=episode, starts_at=timezone.now() - HOUR)
    make_live(film=episode, starts_at=timezone.now() + HOUR)
    assert may_watch(film.public_id, OPEN)


def test_one_query_for_all(make_live, make_episode, make_film, django_assert_num_queries):
    for _ in range(3):
        make_live(film=make_episode(video=make_film(with_files=False)))
    with django_assert_num_queries(1):
        assert len(held_films()) == 3
