"""Files say what was asked, how it was voted on and what was decided, and nothing of people."""

import pytest
from django.utils import translation

from qa.domain.decide import decide
from qa.domain.question_tables import decisions_table, questions_table, votes_table
from qa.enums import Action, TextState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def theme(make_question, make_vote, mo) -> object:
    shown = make_question("=1+1 ?", email="lulu@example.org", name="Lulu")
    shown = decide(shown, Action.APPROVE, user=mo)
    make_vote(shown, "a-voter", network="a-network")
    make_question("Cachée ?", state=TextState.HIDDEN)
    return shown.theme


def test_three_tables(theme):
    with translation.override("en"):
        questions, votes, decisions = (
            list(table(theme).rows) for table in (questions_table, votes_table, decisions_table)
        )
    assert [row[1] for row in questions] == ["=1+1 ?", "Cachée ?"]
    assert [(row[2], row[3]) for row in votes] == [("=1+1 ?", 1)]
    assert [(*row[1:4], row[8]) for row in decisions] == [(questions[0][0], 1, "show", "mo")]
    everything = str([questions, votes, decisions])
    for secret in ("lulu@example.org", "a-voter", "a-network"):
        assert secret not in everything


@pytest.mark.parametrize("table", [questions_table, votes_table, decisions_table])
def test_headings_fit(theme, table):
    made = table(theme)
    assert all(len(row) == len(made.headings) for row in made.rows)
