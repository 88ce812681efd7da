"""Where a live answer can be watched again: on the question's page, in the replay's own second."""

import pytest
from wagtail.models import PageViewRestriction

from live.domain.close_live import close_live
from live.domain.place_answers import is_replay_awaited, place_of_answer
from live.enums import Outcome
from live.models import AiredQuestion, Recording, ReplayChapter, Run
from media.edition import new_edition
from qa.domain.answer_question import Said, answer_question
from qa.enums import TextState
from tests.live.replays import asker, make_airing, make_live, make_replay, make_run, tick_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def make_question(make_theme):
    return asker(make_theme)


@pytest.fixture
def replay(house):
    return make_replay(house.home, "a" * 90)


@pytest.fixture
def question(replay, make_question, admin):
    asked = make_question(state=TextState.APPROVED)
    make_airing(replay.run, asked, 70, 80)
    return answer_question(asked, admin, Said(is_live=True))


@pytest.fixture
def public(replay, question, admin):
    return close_live(tick_all(replay), admin, is_public=True)


def place(question):
    return place_of_answer(question.answers.get())


def test_in_a_public_replay(public, question, client):
    found = place(question)
    assert (found.title, found.second_written) == ("Tour du monde", "1:10")
    assert found.link == f"{public.run.programme.url}?t=70"
    page = client.get(question.get_absolute_url()).text
    assert f'href="{found.link}"' in page
    assert "Tour du monde" in page


def test_nowhere_before(replay, question, client):
    assert place(question) is None
    assert "?t=70" not in client.get(question.get_absolute_url()).text


def test_a_written_answer_is_nowhere(public, question, admin, client):
    answer_question(question, admin, Said("Le lièvre."))
    page = client.get(question.get_absolute_url()).text
    assert page.count("?t=70") == 1


def test_nowhere_when_the_page_or_chapter_has_gone(public, question):
    ReplayChapter.objects.update(is_hidden=True)
    assert place(question) is None
    ReplayChapter.objects.update(is_hidden=False)
    assert place(question) is not None
    PageViewRestriction.objects.create(page=public.run.programme, restriction_type="login")
    new_edition()
    assert place(question) is None


def test_of_two_answers_each_has_its_own(public, question, house, admin):
    again = make_run(make_live(house.home, "Encore"), "b" * 30)
    AiredQuestion.objects.create(
        run=again, question=question, on_air_at=again.ended_at, outcome=Outcome.ANSWERED
    )
    assert place(question).title == "Tour du monde"


def test_awaited_until_the_live_is_closed(replay, question, admin):
    assert is_replay_awaited(question)
    close_live(tick_all(replay), admin, is_public=False)
    assert not is_replay_awaited(question)


def test_awaited_while_it_is_on_air_and_before_there_is_a_recording(replay, question):
    Recording.objects.all().delete()
    AiredQuestion.objects.update(off_air_at=None, outcome="")
    assert is_replay_awaited(question)


@pytest.mark.parametrize("of", ["rehearsal", "put back"])
def test_not_awaited(question, of):
    if of == "rehearsal":
        Run.objects.update(is_rehearsal=True)
    else:
        AiredQuestion.objects.update(outcome=Outcome.BACK)
    assert not is_replay_awaited(question)
