"""Lists of programmes: on air, to come, over; the same few queries whatever the length."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from live.domain.list_lives import lives_in, newest_lives
from live.models import Recording, Run

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def titles(listed) -> list[str]:
    return [one.page.title for one in listed]


def test_in_their_order(make_live):
    now = timezone.now()
    for title, days in (("Dans deux", 2), ("Demain", 1), ("Hier", -1), ("Avant-hier", -2)):
        page = make_live(title, starts_at=now + days * DAY)
        if title == "Dans deux":
            Run.objects.create(programme=page, started_at=now)
        if title == "Hier":
            run = Run.objects.create(programme=page, started_at=now - DAY, ended_at=now - DAY / 2)
            Recording.objects.create(run=run, is_public=True)
    Run.objects.create(programme=page, started_at=now, is_rehearsal=True)
    make_live("Brouillon", live=False)
    found = lives_in(page.locale_id)
    assert (found.first.page.title, found.first.is_on_air) == ("Dans deux", True)
    assert titles(found.to_come) == ["Demain"]
    assert titles(found.over) == ["Hier", "Avant-hier"]
    assert [one.is_replay for one in found.over] == [True, False]


def test_a_programme_that_ended_early_is_over(make_live):
    now = timezone.now()
    page = make_live(starts_at=now - DAY / 24, planned_minutes=600)
    assert lives_in(page.locale_id).first.page == page
    Run.objects.create(programme=page, started_at=now - DAY / 24, ended_at=now)
    found = lives_in(page.locale_id)
    assert (found.first, titles(found.over)) == (None, [page.title])


def test_guarded_pages_are_not_listed(make_live):
    page = make_live()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert lives_in(page.locale_id).first is None
    assert newest_lives(page.locale) == []


def test_as_many_queries_for_many(make_live, django_assert_num_queries):
    page = make_live()
    lives_in(page.locale_id)
    for _ in range(4):
        make_live()
    lives_in(page.locale_id)
    with django_assert_num_queries(2):
        assert len(lives_in(page.locale_id).to_come) == 4


def test_nothing_at_all(live_index):
    found = lives_in(live_index.locale_id)
    assert (found.first, found.to_come, found.over) == (None, [], [])


def test_premieres_by_their_film_in_the_same_queries(
    make_live, make_episode, make_film, django_assert_num_queries
):
    now = timezone.now()
    for title, begins_s in (
        ("Demain", 86_400),
        ("Maintenant", -60),
        ("Vue", -90),
        ("Hier", -86_400),
    ):
        film = make_film(with_files=False, duration=90)
        page = make_live(
            title, film=make_episode(video=film), starts_at=now + timedelta(seconds=begins_s)
        )
    lives_in(page.locale_id, now)
    with django_assert_num_queries(2):
        found = lives_in(page.locale_id, now)
    assert (found.first.page.title, found.first.is_on_air) == ("Maintenant", True)
    assert titles(found.to_come) == ["Demain"]
    assert [(one.page.title, one.is_replay) for one in found.over] == [
        ("Vue", True),
        ("Hier", True),
    ]
