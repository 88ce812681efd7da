"""Who left an address is told of the answer: once, in their language, until they say stop."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connection

from audience.domain.send_mails import send_mails
from audience.models import Mail
from qa.domain.answer_question import Said, answer_question
from qa.domain.decide import decide
from qa.domain.merge_questions import merge_questions
from qa.domain.own_question import erase_question
from qa.domain.tell_asker import MOST_PER_MAILBOX, end_link, question_to_end, take_address_off
from qa.enums import Action, TextState
from qa.refusals import DecisionRefused

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def pia(make_user):
    """Somebody who answers."""
    return make_user("pia", "qa.present_question", "qa.moderate_text")


@pytest.fixture
def asked(make_question):
    return make_question(
        state=TextState.APPROVED, email="Zoe@example.org", wants_mail=True, language="en"
    )


def test_the_mail_holds_the_answer_and_the_private_link(asked, pia):
    answer_question(asked, pia, Said("Le <lapin>.", "Ana"))
    send_mails()
    (sent,) = mail.outbox
    assert sent.to == ["zoe@example.org"]
    assert sent.subject == "Your question is answered"
    html = str(sent.alternatives[0].content)
    assert ("Le <lapin>." in sent.body, "Le &lt;lapin&gt;." in html) == (True, True)
    for text in (sent.body, html):
        assert f"/en/ma-question/{asked.key}/" in text
        assert "Ana" in text
        assert "Qui a mangé la dernière courge ?" in text
    assert sent.extra_headers["List-Unsubscribe"] == f"<{end_link(asked)}>"
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_second_answer_is_no_second_mail(asked, pia):
    question = answer_question(asked, pia, Said("Le lapin."))
    Mail.objects.all().delete()
    answer_question(question, pia, Said("Et le lièvre."))
    assert not Mail.objects.exists()


def test_nothing_but_an_answer_is_told(asked, pia, mo):
    decide(decide(asked, Action.STAR, user=mo), Action.REJECT, user=mo, reason="insult")
    assert not Mail.objects.exists()


def test_nobody_who_does_not_want_it(make_question, pia):
    for values in ({}, {"email": "zoe@example.org"}, {"wants_mail": True}):
        answer_question(make_question(state=TextState.APPROVED, **values), pia, Said("Le lapin."))
    assert not Mail.objects.exists()


def test_those_who_asked_the_same_are_told_too_each_mailbox_once(asked, make_question, pia):
    merged = {"state": TextState.MERGED, "merged_into": asked, "wants_mail": True}
    make_question("Le même ?", email="zoe@EXAMPLE.org", **merged)
    other = make_question("Pareil ?", email="max@example.org", **merged)
    answer_question(asked, pia, Said("Le lapin."))
    assert send_mails() == 2
    (theirs,) = (one for one in mail.outbox if one.to == ["max@example.org"])
    assert other.key in theirs.body
    assert ("Pareil ?" in theirs.body, asked.text in theirs.body) == (True, True)


def test_merged_at_two_removes(asked, make_question, pia):
    merged = {"state": TextState.MERGED, "wants_mail": True}
    between = make_question("Le même ?", merged_into=asked, **merged)
    far = make_question("Pareil ?", email="max@example.org", merged_into=between, **merged)
    answer_question(asked, pia, Said("Le lapin."))
    assert send_mails() == 2
    (theirs,) = (one for one in mail.outbox if one.to == ["max@example.org"])
    assert (far.key in theirs.body, asked.text in theirs.body) == (True, True)


def test_merged_into_what_is_answered_already(make_question, pia, mo):
    answered = make_question("Qui donc ?", state=TextState.APPROVED)
    answered = answer_question(answered, pia, Said("Le lapin."))
    late = make_question("Et qui ?", email="max@example.org", wants_mail=True)
    open_one = make_question("Où ?", state=TextState.APPROVED)
    other = make_question("Où donc ?", email="lea@example.org", wants_mail=True)
    merge_questions(other, open_one, mo)
    assert not Mail.objects.exists()
    merge_questions(late, answered, mo)
    assert send_mails() == 1
    (sent,) = mail.outbox
    assert (sent.to, "Le lapin." in sent.body) == (["max@example.org"], True)


def test_an_answer_that_was_refused_tells_nobody(asked, mo):
    with pytest.raises(DecisionRefused):
        answer_question(asked, mo, Said("Le lapin."))
    assert not Mail.objects.exists()


def test_what_is_hidden_before_it_leaves_is_not_sent(asked, pia):
    question = answer_question(asked, pia, Said("Le lapin."))
    decide(question, Action.HIDE, user=pia)
    assert send_mails() == 0
    assert not Mail.objects.exists()


@pytest.mark.parametrize("forget", [erase_question, take_address_off])
def test_forgotten_before_it_leaves(asked, pia, forget):
    question = answer_question(asked, pia, Said("Le lapin."))
    forget(question)
    asked.refresh_from_db()
    assert (asked.email, asked.wants_mail) == ("", False)
    assert not Mail.objects.exists()
    assert send_mails() == 0


def test_also_what_was_sent_is_forgotten(asked, pia):
    question = answer_question(asked, pia, Said("Le lapin."))
    send_mails()
    erase_question(question)
    assert not Mail.objects.exists()


def test_a_mailbox_is_not_filled(make_question, pia):
    for number in range(MOST_PER_MAILBOX + 2):
        values = {"email": f"zoe+{number}@example.org", "wants_mail": True}
        answer_question(make_question(state=TextState.APPROVED, **values), pia, Said("Le lapin."))
    assert Mail.objects.count() == MOST_PER_MAILBOX


def test_the_link_ends_only_its_own(asked, make_question):
    token = end_link(asked).rstrip("/").rpartition("/")[2]
    assert question_to_end(token) == asked
    for forged in ("", "x", f"{make_question().pk}.{token.rpartition('.')[2]}", "é.é"):
        assert question_to_end(forged) is None


def test_of_two_who_answer_at_once_one_mail_comes(asked, pia):
    def answer(number):
        try:
            answer_question(asked, pia, Said(f"Le lapin {number}."), seen=0)
        except DecisionRefused:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as people:
        list(people.map(answer, range(2)))
    assert Mail.objects.count() == 1
