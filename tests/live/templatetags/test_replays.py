"""Chapters on the page of a replay: what the public may read, each with its link."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string

from live.domain.lay_out_replay import lay_out_replay
from live.domain.show_programme import show_programme
from live.models import Recording
from live.templatetags.replays import chapters_of, chapters_shown
from qa.enums import TextState
from tests.live.replays import asker, make_airing, make_entry, make_replay

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(make_theme):
    return asker(make_theme)("<b>Qui ?</b>", state=TextState.ANSWERED)


@pytest.fixture
def replay(house, question):
    recording = make_replay(house.home, "a" * 90)
    make_entry(recording.run, "Nairobi", 0, 90)
    make_airing(recording.run, question, 70, 80)
    Recording.objects.update(is_public=True)
    return lay_out_replay(recording)


def html(recording):
    return render_to_string("live/replay_chapters.html", {"chapters": chapters_of(recording)})


def test_each_with_its_link(replay, question):
    page = html(replay)
    assert 'href="?t=0"><span class="chapters__time">0:00</span> Nairobi' in page
    assert 'href="?t=70"><span class="chapters__time">1:10</span> &lt;b&gt;Qui' in page
    assert f'href="{question.get_absolute_url()}"' in page


def test_one_query(replay, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(chapters_of(replay)) == 2


def test_nothing_of_what_is_hidden(replay, question):
    type(question).objects.update(state=TextState.HIDDEN)
    assert "Qui" not in html(replay)


@pytest.mark.parametrize("is_there", [True, False])
def test_nothing_before_it_is_public(replay, is_there):
    replay.is_public = False
    assert html(replay if is_there else None).strip() == ""


def test_of_a_premiere_once_it_is_over(make_live, make_episode, make_film):
    film = make_film(with_files=False, has_words=True)
    page = make_live(film=make_episode(video=film))
    during = show_programme(page, page.starts_at)
    after = show_programme(page, page.starts_at + timedelta(hours=1))
    assert chapters_shown(during) == []
    assert [(one.title, one.second) for one in chapters_shown(after)] == [
        ("Le semis", 0),
        ("La récolte", 60),
    ]
