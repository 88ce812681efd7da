"""The author of a question, who has nothing but its key."""

import json

import pytest

from qa.domain.decide import decide
from qa.domain.own_question import change_question, erase_question, exported, withdraw_question
from qa.enums import Action, TextState
from qa.models import Decision, Question, Vote
from qa.refusals import DoesNotFollow, NothingAsked, StaleCommand

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_it_can_be_changed_until_it_is_read(make_question, mo):
    question = change_question(make_question(), " Qui a planté  la courge ? ", 0)
    assert (question.text, question.version) == ("Qui a planté la courge\u00a0?", 1)
    assert question.first_words == "Qui a mangé la dernière courge ?"
    decide(question, Action.APPROVE, user=mo)
    with pytest.raises(StaleCommand):
        change_question(question, "Trop tard ?", 1)
    with pytest.raises(DoesNotFollow):
        change_question(question, "Trop tard ?", 2)


def test_nothing_is_no_change(make_question):
    with pytest.raises(NothingAsked):
        change_question(make_question(), "\u200b ", 0)


def test_it_can_be_withdrawn(make_question):
    assert withdraw_question(make_question()).state == TextState.WITHDRAWN


def test_erased_is_gone_everywhere(make_question, make_vote, mo):
    question = make_question(name="Lulu", email="lulu@example.org", state=TextState.APPROVED)
    make_vote(question, "zoe")
    question = decide(question, Action.EDIT, user=mo, words="Qui a croqué la courge ?")
    erase_question(question)
    question.refresh_from_db()
    assert (question.state, question.total) == (TextState.WITHDRAWN, 0)
    left = json.dumps(
        [list(Question.objects.values()), list(Decision.objects.values())], default=str
    )
    for word in ("courge", "Lulu", "lulu@", "croqu"):
        assert word not in left
    assert not Vote.objects.exists()
    assert [one.action for one in Decision.objects.all()] == ["edit", "withdraw"]


def test_what_is_on_air_waits(make_question):
    question = make_question(state=TextState.ON_AIR)
    with pytest.raises(DoesNotFollow):
        erase_question(question)
    question.refresh_from_db()
    assert question.text


def test_everything_can_be_taken_along(make_question):
    told = exported(make_question(name="Lulu", total=3))
    assert json.loads(json.dumps(told)) == told
    assert (told["name"], told["votes"], told["answers"]) == ("Lulu", 3, [])
