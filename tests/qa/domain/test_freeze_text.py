"""What the law wants kept stays as it is, whoever wishes otherwise, until it is released."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from qa.domain.decide import decide
from qa.domain.freeze_text import freeze_text, thaw_text
from qa.domain.own_question import change_question, erase_question, withdraw_question
from qa.enums import Action, TextState
from qa.models import Decision, Question
from qa.refusals import MayNotDecide, ReasonMissing, TextFrozen, WordsMissing

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_frozen_until_released(lea, mo, make_question):
    question = freeze_text(make_question(), lea, " Plainte du 3 mai. ", seen=0)
    for wish in (
        lambda: change_question(question, "Autre ?", 1),
        lambda: erase_question(question),
        lambda: decide(question, Action.EDIT, user=mo, words="Autre ?"),
    ):
        with pytest.raises(TextFrozen) as refused:
            wish()
        assert "Plainte du 3 mai" in str(refused.value)
    question.refresh_from_db()
    assert (question.text, question.version) == ("Qui a mangé la dernière courge ?", 1)
    question = thaw_text(question, lea, "Affaire classée", seen=1)
    assert question.frozen_for == ""
    erase_question(question)
    assert Question.objects.get().text == ""


def test_decisions_say_who_and_why(lea, make_question):
    thaw_text(freeze_text(make_question(), lea, "Plainte"), lea, "Classée")
    one, two = Decision.objects.all()
    assert [(d.action, d.note, d.decided_by) for d in (one, two)] == [
        ("freeze", "Plainte", lea),
        ("thaw", "Classée", lea),
    ]
    assert (one.after["frozen_for"], two.after["frozen_for"]) == ("Plainte", "")


def test_it_can_still_leave_the_site_and_is_kept(lea, make_question):
    question = freeze_text(make_question(state=TextState.APPROVED), lea, "x" * 400)
    assert len(question.frozen_for) == 300
    question = withdraw_question(question)
    assert question.text
    with pytest.raises(TextFrozen):
        erase_question(question)


def test_what_is_refused(lea, mo, make_question):
    question = make_question()
    with pytest.raises(MayNotDecide):
        freeze_text(question, mo, "Plainte")
    with pytest.raises(ReasonMissing):
        freeze_text(question, lea, " . ")
    with pytest.raises(ReasonMissing):
        thaw_text(question, lea, "")
    erase_question(question)
    with pytest.raises(WordsMissing):
        freeze_text(question, lea, "Plainte")


@pytest.mark.django_db(transaction=True)
def test_frozen_or_erased_never_both(lea, make_question):
    question = make_question()

    def try_to(deed):
        try:
            deed()
        except (TextFrozen, WordsMissing):
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as people:
        told = people.map(
            try_to, [lambda: freeze_text(question, lea, "Oui"), lambda: erase_question(question)]
        )
    assert sorted(told) == ["done", "refused"]
    question.refresh_from_db()
    assert bool(question.frozen_for) == bool(question.text)
