"""Asking: once, whatever the browser does; with words, in time, and not by the thousand."""

import pytest

from qa.domain import ask_question as module
from qa.domain import flood
from qa.domain.ask_question import ask_question
from qa.enums import Moderation, Naming, StopMode, TextState
from qa.models import Question, StopList
from qa.models.keys import new_key
from qa.refusals import (
    NothingAsked,
    QuestionsClosed,
    SumMissing,
    TooFast,
    TooManyQuestions,
)
from tests.qa.sums import solution_of

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def draft(make_theme):
    """Return an asker with one theme: `draft(text, theme=…)` is a question not yet sent."""
    theme = make_theme()

    def draft(text="Qui a mangé la courge ?", **values) -> Question:
        return Question(**{"theme": theme, "key": new_key(), "text": text, **values})

    return draft


def test_it_waits_for_the_team(draft):
    asked = ask_question(draft("Qui  a mangé\u200b la courge ?", name=" Lulu "), "192.0.2.7")
    assert (asked.text, asked.name) == ("Qui a mangé la courge\u00a0?", "Lulu")
    assert (asked.state, asked.fold) == (TextState.PENDING, "qui a mange la courge")


def test_it_is_shown_where_the_team_reads_afterwards(draft, make_theme):
    theme = make_theme("Après", moderation=Moderation.AFTER)
    assert ask_question(draft(theme=theme), "").state == TextState.APPROVED


def test_no_names_where_none_are_wanted(draft, make_theme):
    theme = make_theme("Sans", naming=Naming.NEVER)
    assert ask_question(draft(theme=theme, name="Lulu"), "").name == ""


def test_the_same_form_twice_asks_once(draft):
    key = new_key()
    first, second = (ask_question(draft(text, key=key), "") for text in ("Une ?", "Deux ?"))
    assert first == second
    assert Question.objects.get().text == "Une\u00a0?"


@pytest.mark.parametrize("text", ["", " ", "\u200b", "?!", "\u3164\u3164"])
def test_nothing_is_no_question(draft, text):
    with pytest.raises(NothingAsked):
        ask_question(draft(text), "")
    assert not Question.objects.exists()


def test_a_closed_theme(draft, make_theme):
    with pytest.raises(QuestionsClosed):
        ask_question(draft(theme=make_theme("Clos", takes_questions=False)), "")


def test_a_network_asks_so_many(draft, monkeypatch):
    monkeypatch.setattr(module, "MOST_PER_NETWORK", 2)
    for _ in range(2):
        ask_question(draft(), "192.0.2.99")
    with pytest.raises(TooManyQuestions):
        ask_question(draft(), "192.0.2.98")
    ask_question(draft(), "198.51.100.1")
    assert Question.objects.count() == 3


def test_a_stop_word_holds_it_even_where_nothing_waits(draft, make_theme):
    words = StopList.objects.create(name="Noms d’oiseaux", words="cornichon", mode=StopMode.HOLD)
    theme = make_theme("Après", moderation=Moderation.AFTER)
    asked = ask_question(draft("Quel Cornichοn a gelé mes fèves ?", theme=theme), "")
    assert (asked.state, asked.held_for) == (TextState.HELD, "cornichon")
    assert words.matches.get().subject_id == asked.pk


def test_a_list_that_observes_holds_nothing(draft):
    words = StopList.objects.create(name="À voir", words="courge*")
    asked = ask_question(draft("Qui a mangé les courgettes ?"), "")
    assert (asked.state, asked.held_for) == (TextState.PENDING, "")
    assert words.matches.get().word == "courgettes"


def test_in_a_flood(draft, monkeypatch):
    monkeypatch.setattr(flood, "MOST_A_MINUTE", 2)
    for _ in range(2):
        ask_question(draft(), "192.0.2.7")
    ask_question(draft(), "192.0.2.7")
    with pytest.raises(TooFast):
        ask_question(draft(), "192.0.2.8")
    with pytest.raises(SumMissing):
        ask_question(draft(), "192.0.2.8", "nonsense")
    calm = draft()
    assert ask_question(calm, "192.0.2.8", solution_of(calm.key)).pk
    assert Question.objects.count() == 4
