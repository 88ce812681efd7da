"""A film is public while a page that anybody may read shows it; else a signed grant opens it."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from media.domain import may_watch as may_watch_module
from media.domain.may_watch import (
    GRANT_LIFE_S,
    HELD,
    OPEN,
    grant_for,
    grant_from_hour,
    held_until,
    is_held,
    is_public,
    may_watch,
    register_holds,
    register_shows,
    signed_grant,
)
from media.edition import new_edition
from media.models import Video

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def film(make_film):
    return make_film(with_files=False)


def opens(film: Video) -> bool:
    """Say whether the film is reachable by guessing; the two functions must agree."""
    assert may_watch(film.public_id, OPEN) == is_public(film)
    return is_public(film)


def guard(page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="radis")


def test_a_film_on_no_page_is_hidden(film):
    assert not opens(film)
    assert grant_for(film) != OPEN


def test_publishing_shows_it_at_once(film, make_episode):
    assert not opens(film)
    make_episode(video=film)
    assert opens(film)
    assert grant_for(film) == OPEN


def test_taking_the_page_down_hides_it_at_once(film, make_episode):
    episode = make_episode(video=film)
    assert opens(film)
    episode.unpublish()
    assert not opens(film)


def test_deleting_the_page_hides_it_at_once(film, make_episode):
    episode = make_episode(video=film)
    assert opens(film)
    episode.delete()
    assert not opens(film)


def test_a_draft_does_not_show_it(film, make_episode):
    make_episode(video=film, live=False)
    assert not opens(film)


def test_a_change_that_waits_for_publication_does_not_show_it(film, make_episode):
    episode = make_episode()
    episode.video = film
    episode.save_revision()
    assert not opens(film)


@pytest.mark.parametrize("where", ["on the page", "above it"])
def test_a_guarded_page_does_not_show_it(film, make_episode, where):
    episode = make_episode(video=film)
    assert opens(film)
    guard(episode if where == "on the page" else episode.get_parent())
    assert not opens(film)


def test_one_open_page_is_enough(film, make_episode):
    guard(make_episode(video=film))
    make_episode(video=film)
    assert opens(film)


def test_the_alias_of_a_guarded_page_does_not_show_it(film, make_episode, make_programme):
    episode = make_episode(video=film)
    guard(episode)
    alias = episode.create_alias(parent=make_programme(), update_slug="alias")
    assert alias.live
    assert not opens(film)


def test_a_film_in_the_story_of_a_page(film, make_page):
    make_page(body=[("film", {"film": film, "caption": ""})])
    assert opens(film)


def test_a_grant_opens_its_film_and_no_other(film, make_film):
    grant = grant_for(film)
    assert may_watch(film.public_id, grant)
    assert not may_watch(make_film(with_files=False).public_id, grant)


def test_the_team_gets_a_grant_even_for_public_films(film, make_episode):
    make_episode(video=film)
    assert may_watch(film.public_id, signed_grant(film))


def test_a_grant_ends(film, monkeypatch):
    grant = grant_for(film)
    later_s = signing.time.time() + GRANT_LIFE_S
    monkeypatch.setattr(signing.time, "time", lambda: later_s - 60)
    assert may_watch(film.public_id, grant)
    monkeypatch.setattr(signing.time, "time", lambda: later_s + 60)
    assert not may_watch(film.public_id, grant)


@pytest.mark.parametrize("grant", ["", "x", "1:2", "open:open", "OPEN", ":", "é"])
def test_a_made_up_grant_opens_nothing(film, grant):
    assert not may_watch(film.public_id, grant)


def test_another_sites_key_opens_nothing(film, settings):
    grant = grant_for(film)
    stranger = signing.TimestampSigner(key="other", salt="media.film-grant")
    assert not may_watch(film.public_id, stranger.sign(film.public_id).split(":", 1)[1])
    assert may_watch(film.public_id, grant)


def test_an_unknown_film_is_not_open(roots):
    assert not may_watch("0" * 24, OPEN)


def test_the_answer_is_kept(film, make_episode, django_assert_num_queries):
    make_episode(video=film)
    assert may_watch(film.public_id, OPEN)
    with django_assert_num_queries(0):
        assert may_watch(film.public_id, OPEN)


def test_pages_that_show_it_by_a_way_round(film, make_page, monkeypatch):
    page = make_page()
    monkeypatch.setattr(may_watch_module, "_shows", [])
    register_shows(lambda video: Page.objects.filter(pk=page.pk if video == film else 0))
    assert opens(film)
    guard(page)
    new_edition()
    assert not opens(film)


def test_each_way_round_is_asked_once(monkeypatch):
    monkeypatch.setattr(may_watch_module, "_shows", [])
    shows = Page.objects.filter
    register_shows(shows)
    register_shows(shows)
    assert len(may_watch_module._shows) == 1


def test_a_film_is_held_back_until_its_hour(film, make_episode, monkeypatch):
    monkeypatch.setattr(may_watch_module, "_holds", [])
    make_episode(video=film)
    until = timezone.now() + timedelta(hours=1)
    register_holds(lambda: {film.public_id: until - timedelta(minutes=5)})
    register_holds(lambda: {film.public_id: until})
    new_edition()
    assert not opens(film)
    assert held_until(film) == until
    assert is_held(film.public_id)
    assert grant_for(film) == HELD
    assert not may_watch(film.public_id, HELD)
    assert grant_from_hour(film) == OPEN
    assert may_watch(film.public_id, signed_grant(film))
    monkeypatch.setattr(may_watch_module.timezone, "now", lambda: until)
    assert opens(film)
    assert held_until(film) is None
    assert grant_from_hour(film) == OPEN


def test_what_not_everybody_may_watch_names_nothing_before_its_hour(film, monkeypatch):
    until = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(may_watch_module, "_holds", [lambda: {film.public_id: until}])
    new_edition()
    assert grant_from_hour(film) == HELD
