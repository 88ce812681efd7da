"""Chapters of a replay as those of its film: one a second, the first at 0, none behind the end."""

import pytest

from live.domain.film_chapters import write_film_chapters
from live.domain.lay_out_replay import lay_out_replay
from live.models import Recording, ReplayChapter
from tests.live.replays import make_entry, make_replay

pytestmark = pytest.mark.django_db


@pytest.fixture
def replay(house):
    recording = make_replay(house.home, "a" * 90)
    make_entry(recording.run, "Nairobi", 30, 60)
    Recording.objects.update(is_public=True)
    return lay_out_replay(recording)


def written(replay, film):
    write_film_chapters(replay, film)
    return list(film.chapters.values_list("start_s", "title"))


def test_the_first_has_the_programmes_name(replay, make_film):
    film = make_film()
    assert written(replay, film) == [(0, "Tour du monde"), (30, "Nairobi")]
    assert written(replay, film) == [(0, "Tour du monde"), (30, "Nairobi")]


def test_one_at_0_keeps_its_own(replay, make_film):
    make_entry(replay.run, "Accueil", 0, 30)
    assert written(lay_out_replay(replay), make_film())[0] == (0, "Accueil")


def test_two_in_one_second_are_one(replay, make_film):
    make_entry(replay.run, "Le Caire", 30.4, 60)
    assert len(written(lay_out_replay(replay), make_film())) == 2


def test_none_behind_the_end_of_the_film(replay, make_film):
    assert written(replay, make_film(duration=20.0)) == [(0, "Tour du monde")]


def test_a_long_title_is_cut(replay, make_film):
    ReplayChapter.objects.update(title="long " * 50)
    title = written(replay, make_film())[1][1]
    assert (len(title) <= 120, title[-1]) == (True, "…")
