"""What owners are told of, and in which words."""

import pytest
from django.core import mail

from audience.domain.send_mails import send_mails
from audience.models import Mail
from fundraising.domain.tell_owner import sample_to_owner
from qa.domain.decide import decide
from qa.enums import Action, TextState
from qa.models import Question

pytestmark = pytest.mark.django_db


def sent() -> mail.EmailMultiAlternatives:
    send_mails()
    (one,) = mail.outbox
    return one


def test_approved(make_page_of, mo):
    page = decide(make_page_of(state=TextState.PENDING), Action.APPROVE, user=mo)
    assert f"/collectes/{page.slug}/" in sent().body


def test_declined_with_reason_and_note(make_page_of, mo):
    page = make_page_of(state=TextState.PENDING)
    decide(page, Action.REJECT, user=mo, reason="insult", note="Relisez-vous.")
    told = sent()
    assert "Relisez-vous." in told.body
    assert "Relisez-vous." in told.alternatives[0].content
    assert f"/mes-collectes/{page.code}/" in told.body


def test_not_of_what_they_did_themselves_or_of_inner_matters(make_page_of, mo, make_theme):
    page = make_page_of()
    decide(page, Action.STAR, user=mo)
    decide(page, Action.WITHDRAW, user=None)
    question = Question.objects.create(theme=make_theme(), text="Et le radis ?")
    decide(question, Action.APPROVE, user=mo)
    assert not Mail.objects.exists()


def test_not_of_a_page_that_was_erased_since(make_page_of, mo):
    page = decide(make_page_of(state=TextState.PENDING), Action.APPROVE, user=mo)
    page.title = ""
    page.save()
    assert send_mails() == 0


def test_the_team_sees_a_sample(db):
    assert "Zoé" in sample_to_owner().html
