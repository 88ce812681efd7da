"""A decision is taken once, by who may, on what they saw."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from qa import decided
from qa.domain.decide import decide
from qa.enums import Action, TextState
from qa.models import Decision, Question
from qa.refusals import (
    DecisionRefused,
    DoesNotFollow,
    MayNotDecide,
    ReasonMissing,
    StaleCommand,
    WordsMissing,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_question_is_shown_then_declined(mo, make_question):
    question = decide(make_question(), Action.APPROVE, user=mo, seen=0)
    assert (question.state, question.version) == ("approved", 1)
    question = decide(question, Action.REJECT, user=mo, seen=1, reason="off_topic", note=" Non. ")
    assert (question.state, question.refused_for, question.note) == (
        "rejected",
        "off_topic",
        "Non.",
    )
    one, two = Decision.objects.all()
    assert (one.action, one.before["state"], one.after["state"]) == (
        "approve",
        "pending",
        "approved",
    )
    assert (two.version, two.reason, two.decided_by, two.decided_at) == (
        2,
        "off_topic",
        mo,
        question.decided_at,
    )


def test_an_edit_keeps_what_was_sent(mo, make_question):
    question = decide(make_question("Qui a mangé ?"), Action.EDIT, user=mo, words="Qui a croqué ?")
    question = decide(question, Action.EDIT, user=mo, words="Qui croque ?")
    assert (question.text, question.first_words) == ("Qui croque ?", "Qui a mangé ?")
    assert (question.state, question.fold) == ("pending", "qui croque")
    with pytest.raises(WordsMissing):
        decide(question, Action.EDIT, user=mo, words=" ")


def test_sorting_leaves_the_state(mo, make_question):
    question = decide(make_question(), Action.STAR, user=mo)
    question = decide(question, Action.LABEL, user=mo, label="courges")
    question = decide(question, Action.ASSIGN, user=mo, assigned_to=mo)
    assert (question.is_starred, question.label, question.assigned_to, question.state) == (
        True,
        "courges",
        mo,
        "pending",
    )
    assert not decide(question, Action.UNSTAR, user=mo).is_starred


def test_authors_take_back_and_correct_only_what_waits(mo, make_question):
    question = decide(make_question(), Action.EDIT, user=None, words="Et moi ?")
    with pytest.raises(DoesNotFollow):
        decide(question, Action.APPROVE, user=None)
    question = decide(question, Action.APPROVE, user=mo)
    with pytest.raises(DoesNotFollow):
        decide(question, Action.EDIT, user=None, words="Autre chose !")
    assert decide(question, Action.WITHDRAW, user=None).state == TextState.WITHDRAWN
    assert Decision.objects.filter(decided_by=None).count() == 2


def test_what_is_refused_changes_nothing(mo, make_user, make_question):
    question = make_question()
    for refusal, values in [
        (MayNotDecide, {"action": Action.APPROVE, "user": make_user("ana")}),
        (MayNotDecide, {"action": Action.REMOVE, "user": mo, "reason": "unlawful"}),
        (DoesNotFollow, {"action": Action.UNMERGE, "user": mo}),
        (ReasonMissing, {"action": Action.REJECT, "user": mo}),
        (ReasonMissing, {"action": Action.REJECT, "user": mo, "reason": "because"}),
        (ReasonMissing, {"action": Action.REJECT, "user": mo, "reason": "other"}),
    ]:
        with pytest.raises(refusal):
            decide(question, **values)
    question.refresh_from_db()
    assert (question.state, question.version) == ("pending", 0)
    assert not Decision.objects.exists()


def test_who_decides_on_an_old_version_is_told_who_was_faster(mo, make_user, make_question):
    ana = make_user("ana", "qa.moderate_text")
    question = make_question()
    decide(question, Action.APPROVE, user=ana, seen=0)
    with pytest.raises(StaleCommand) as refused:
        decide(question, Action.REJECT, user=mo, seen=0, reason="insult")
    assert "ana" in str(refused.value)


def test_what_a_listener_writes_stands_or_falls_with_the_decision(mo, make_question):
    question = make_question()

    def fail(decision, text):
        assert (decision.version, text.state) == (1, "approved")
        raise ZeroDivisionError

    decided.tell_of_decisions(fail)
    try:
        with pytest.raises(ZeroDivisionError):
            decide(question, Action.APPROVE, user=mo)
    finally:
        decided.forget_listener(fail)
    assert Question.objects.get().version == 0
    assert not Decision.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_instant_one_wins(mo, make_question):
    question = make_question()

    def try_to(action):
        try:
            decide(question, action, user=mo, seen=0, reason="insult")
        except DecisionRefused as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as people:
        told = sorted(people.map(try_to, [Action.APPROVE, Action.REJECT]))
    assert told == ["MOD-002", "done"]
    assert Decision.objects.count() == 1


def test_comments_are_not_merged_nor_put_on_air(make_comment, admin):
    comment = make_comment(state=TextState.APPROVED)
    for action in (Action.MERGE, Action.READY, Action.AIR):
        with pytest.raises(DoesNotFollow):
            decide(comment, action, user=admin)
