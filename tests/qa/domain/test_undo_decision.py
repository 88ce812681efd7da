"""A slip of the finger costs nothing, for ten seconds."""

from datetime import timedelta

import pytest

from qa.domain import undo_decision as module
from qa.domain.decide import decide
from qa.domain.undo_decision import undo_decision
from qa.enums import Action, TextState
from qa.models import Decision
from qa.refusals import NothingToUndo, StaleCommand

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.mark.parametrize(
    ("action", "values"),
    [
        (Action.APPROVE, {}),
        (Action.REJECT, {"reason": "insult", "note": "Non."}),
        (Action.EDIT, {"words": "Autre chose ?"}),
        (Action.STAR, {}),
    ],
)
def test_it_is_as_it_was(make_question, mo, action, values):
    question = make_question()
    before = question.told()
    question = decide(question, action, user=mo, **values)
    question = undo_decision(question, mo, question.version)
    assert (question.told(), question.version) == (before, 2)
    assert [one.action for one in Decision.objects.all()] == [action, "undo"]


def test_an_undone_is_not_undone(make_question, mo):
    question = undo_decision(decide(make_question(), Action.APPROVE, user=mo), mo)
    with pytest.raises(NothingToUndo):
        undo_decision(question, mo)


def test_too_late(make_question, mo, monkeypatch):
    question = decide(make_question(), Action.APPROVE, user=mo)
    monkeypatch.setattr(module, "UNDO_WITHIN", timedelta(seconds=-1))
    with pytest.raises(NothingToUndo):
        undo_decision(question, mo)


def test_a_colleagues_only_by_a_lead(make_question, mo, make_user):
    question = decide(make_question(), Action.APPROVE, user=mo)
    with pytest.raises(NothingToUndo):
        undo_decision(question, make_user("ana", "qa.moderate_text"))
    lead = make_user("lea", "qa.lead_moderation", "qa.moderate_text")
    assert undo_decision(question, lead).state == TextState.PENDING


def test_what_the_author_did_stays(make_question, mo):
    question = decide(make_question(), Action.WITHDRAW, user=None)
    with pytest.raises(NothingToUndo):
        undo_decision(question, mo)


def test_somebody_was_faster(make_question, mo):
    question = decide(make_question(), Action.APPROVE, user=mo)
    decide(question, Action.STAR, user=mo)
    with pytest.raises(StaleCommand):
        undo_decision(question, mo, 1)
