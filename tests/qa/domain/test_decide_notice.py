"""A notice is decided once, with its reason, and what it decides about the text holds with it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from qa.domain.decide import decide
from qa.domain.decide_notice import decide_notice, may_see_notices
from qa.domain.object_to_decision import object_to_decision
from qa.enums import Action, NoticeVerdict, TextState
from qa.models import Decision, Notice, Question
from qa.refusals import (
    DoesNotFollow,
    MayNotDecide,
    NoticeAnswerMissing,
    ReasonMissing,
    SamePersonTwice,
    StaleCommand,
    TextRefused,
    VerdictUnfit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
V = NoticeVerdict


@pytest.mark.parametrize(
    ("verdict", "who", "state", "ends"),
    [
        (V.KEEP, "mo", "approved", "dismissed"),
        (V.KEEP, "lea", "approved", "dismissed"),
        (V.HIDE, "mo", "hidden", "upheld"),
        (V.REJECT, "mo", "rejected", "upheld"),
        (V.REMOVE, "lea", "removed", "upheld"),
    ],
)
def test_each_verdict(request, make_notice, verdict, who, state, ends):
    user = request.getfixturevalue(who)
    told = {"answer": " Parce que. ", "reason": "insult", "note": "Restons polis."}
    notice = decide_notice(make_notice(), user, verdict, seen=0, seen_text=0, **told)
    question = Question.objects.get()
    assert (question.state, notice.state, notice.answer) == (state, ends, "Parce que.")
    assert (notice.decided_by, notice.version, notice.is_open) == (user, 1, False)
    assert [one.decided_by for one in Decision.objects.all()] == (
        [user] if ends == "upheld" else []
    )


def test_a_text_that_is_gone_already(mo, make_notice):
    notice = make_notice()
    question = decide(Question.objects.get(), Action.HIDE, user=mo)
    for verdict in (V.KEEP, V.HIDE, V.REJECT):
        with pytest.raises(VerdictUnfit):
            decide_notice(notice, mo, verdict, answer="Non.", reason="insult")
    assert decide_notice(notice, mo, V.GONE, answer="Déjà fait.").state == "upheld"
    assert Decision.objects.filter(subject_id=question.pk).count() == 1


def test_a_text_whose_row_is_gone(mo, lea, make_notice):
    notice = make_notice(kind="recipe")
    with pytest.raises(VerdictUnfit):
        decide_notice(notice, lea, V.REMOVE, answer="Non.", reason="hate")
    assert decide_notice(notice, mo, V.GONE, answer="Plus là.").state == "upheld"


def test_what_is_refused_changes_neither_notice_nor_text(mo, lea, make_user, make_notice):
    notice = make_notice()
    question = Question.objects.get()
    for refusal, user, verdict, told in [
        (MayNotDecide, make_user("ana", "qa.sort_text"), V.KEEP, {"answer": "Non."}),
        (MayNotDecide, mo, V.REMOVE, {"answer": "Non.", "reason": "hate"}),
        (MayNotDecide, lea, V.HIDE, {"answer": "Non."}),
        (NoticeAnswerMissing, mo, V.KEEP, {"answer": " "}),
        (ReasonMissing, mo, V.REJECT, {"answer": "Oui."}),
        (VerdictUnfit, mo, V.GONE, {"answer": "Oui."}),
        (StaleCommand, mo, V.KEEP, {"answer": "Oui.", "seen": 7}),
        (StaleCommand, mo, V.HIDE, {"answer": "Oui.", "seen_text": 7}),
    ]:
        with pytest.raises(refusal):
            decide_notice(notice, user, verdict, **told)
    notice.refresh_from_db()
    question.refresh_from_db()
    assert (notice.state, notice.version, question.version) == ("waiting", 0, 0)


def test_what_is_on_air_stays_until_it_is_off(mo, make_question, make_notice):
    notice = make_notice(make_question(state=TextState.ON_AIR))
    with pytest.raises(DoesNotFollow):
        decide_notice(notice, mo, V.HIDE, answer="Oui.")
    notice.refresh_from_db()
    assert notice.is_waiting


def test_who_comes_late_is_told_who_was_faster(mo, lea, make_notice):
    notice = make_notice()
    decide_notice(notice, mo, V.KEEP, answer="Non.", seen=0)
    with pytest.raises(StaleCommand) as refused:
        decide_notice(notice, lea, V.KEEP, answer="Non.", seen=0)
    assert "mo" in str(refused.value)
    with pytest.raises(StaleCommand):
        decide_notice(notice, lea, V.KEEP, answer="Non.")


def test_an_objection_goes_to_another_person(mo, lea, make_notice):
    notice = object_to_decision(decide_notice(make_notice(), mo, V.KEEP, answer="Non."), "Si.")
    with pytest.raises(SamePersonTwice):
        decide_notice(notice, mo, V.HIDE, answer="Bon.", seen=2)
    told = {"answer": "En effet.", "reason": "hate", "seen": 2}
    notice = decide_notice(notice, lea, V.REMOVE, **told)
    assert (notice.state, notice.answer, notice.redress_answer) == ("upheld", "Non.", "En effet.")
    assert (notice.decided_by, notice.redress_by, notice.is_open) == (mo, lea, False)
    assert Question.objects.get().state == TextState.REMOVED


def test_who_is_alone_decides_twice(mo, make_user, make_notice):
    make_user("gone", "qa.moderate_text", is_active=False)
    notice = object_to_decision(decide_notice(make_notice(), mo, V.KEEP, answer="Non."), "Si.")
    assert decide_notice(notice, mo, V.KEEP, answer="Toujours non.").redress_by == mo


def test_who_sees_notices(mo, lea, make_user):
    assert may_see_notices(mo)
    assert may_see_notices(lea)
    assert not may_see_notices(make_user("ana", "qa.sort_text", "qa.present_question"))


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_instant_one_wins(mo, make_user, make_notice):
    notice, ana = make_notice(), make_user("ana", "qa.moderate_text")

    def try_to(pair):
        user, verdict = pair
        try:
            decide_notice(notice, user, verdict, answer="Parce que.", seen=0, seen_text=0)
        except TextRefused as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as people:
        told = sorted(people.map(try_to, [(mo, V.HIDE), (ana, V.KEEP)]))
    assert told == ["MOD-002", "done"]
    notice = Notice.objects.get()
    hidden = Question.objects.get().state == TextState.HIDDEN
    assert (notice.version, notice.state == "upheld") == (1, hidden)
    assert Decision.objects.count() == int(hidden)
