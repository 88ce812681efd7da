"""A filer who left an address is told where their contestation stands."""

import pytest
from django.core import mail

from audience.domain.send_mails import send_mails
from campaigns.domain.rule_contestation import answer_contestation, publish_contestation
from campaigns.domain.tell_filer import MOST_PER_MAILBOX, tell_filer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def found(make_contestation):
    return make_contestation(email="zoe@example.org", language="en")


def test_the_mail_holds_the_private_address(found):
    tell_filer(found)
    tell_filer(found)
    send_mails()
    (sent,) = mail.outbox
    assert sent.to == ["zoe@example.org"]
    assert "Your contestation" in sent.subject
    assert f"/en/contestation/{found.key}/" in sent.body
    assert found.key in str(sent.alternatives[0].content)
    assert "List-Unsubscribe" not in sent.extra_headers


def test_publication_and_answer_are_told_each(found, admin, speaker):
    found = publish_contestation(admin, found)
    send_mails()
    answer_contestation(admin, found, "En mars.", speaker)
    send_mails()
    published, answered = mail.outbox
    assert "published" in published.subject
    assert answered.subject == "Your contestation is answered"


def test_a_forgotten_address_gets_nothing(found):
    tell_filer(found)
    type(found).objects.update(email="")
    assert send_mails() == 0


def test_nobody_without_an_address(make_contestation):
    tell_filer(make_contestation())
    assert send_mails() == 0


def test_what_was_forgotten_is_not_told(found):
    tell_filer(found)
    type(found).objects.all().delete()
    assert send_mails() == 0


def test_a_mailbox_is_not_filled(make_contestation):
    for _ in range(MOST_PER_MAILBOX + 2):
        tell_filer(make_contestation(email="zoe@example.org"))
    assert send_mails() == MOST_PER_MAILBOX
