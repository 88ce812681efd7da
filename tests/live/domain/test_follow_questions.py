"""Chapters say what became of the questions that they are named after."""

import pytest

from live.domain.film_chapters import write_film_chapters
from live.domain.follow_questions import follow_question
from live.domain.lay_out_replay import lay_out_replay
from live.models import Recording, ReplayChapter
from qa.domain.decide import decide
from qa.enums import Action, TextState
from qa.models import Comment, Decision
from tests.live.replays import asker, make_airing, make_replay

pytestmark = pytest.mark.django_db


@pytest.fixture
def make_question(make_theme):
    return asker(make_theme)


@pytest.fixture
def question(make_question):
    return make_question("Qui a mangé la courge ?", state=TextState.ANSWERED)


@pytest.fixture
def replay(house, question, make_film):
    recording = make_replay(house.home, "a" * 90)
    make_airing(recording.run, question, 70, 80)
    Recording.objects.update(is_public=True, video=make_film())
    recording = lay_out_replay(recording)
    write_film_chapters(recording, recording.video)
    return recording


def titles(replay):
    return list(replay.video.chapters.values_list("start_s", "title"))


def test_hidden_and_shown_again(replay, question, admin):
    assert titles(replay) == [(0, "Tour du monde"), (70, question.text)]
    hidden = decide(question, Action.HIDE, user=admin)
    assert titles(replay) == [(0, "Tour du monde")]
    decide(hidden, Action.APPROVE, user=admin)
    assert titles(replay)[1:] == [(70, question.text)]


def test_edited(replay, question, admin):
    question = decide(question, Action.EDIT, user=admin, words="Qui l’a mangée ?")
    assert titles(replay)[1:] == [(70, "Qui l’a mangée ?")]
    ReplayChapter.objects.update(title="La courge")
    decide(question, Action.EDIT, user=admin, words="Qui donc ?")
    assert titles(replay)[1:] == [(70, "La courge")]


def test_removed_by_law(replay, question, admin):
    decide(question, Action.REMOVE, user=admin, reason="unlawful")
    assert titles(replay) == [(0, "Tour du monde")]
    assert ReplayChapter.objects.get().title == ""


def test_comments_are_no_questions(replay, question):
    before = titles(replay)
    ReplayChapter.objects.update(title="Autre chose")
    follow_question(Decision(action=Action.HIDE), Comment(pk=question.pk))
    assert titles(replay) == before
