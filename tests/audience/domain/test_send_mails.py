"""Each mail leaves once: with two senders, when they die, when the server refuses."""
# ruff: noqa: F811

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.core.mail.backends import locmem
from django.db import connections
from django.utils import timezone

from audience import letters
from audience.domain import send_mails as module
from audience.domain.send_mails import PATIENCE, WAITS_S, message_of, send_mails
from audience.letters import Letter
from audience.models import Mail
from tests.audience.following import follower, mail_to, writer  # noqa: F401

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.databases,
    pytest.mark.usefixtures("writer"),
]


@pytest.fixture
def server(monkeypatch):
    """A mail server that answers each mail as told: `server[address] = exception`."""
    told: dict[str, Exception] = {}

    def send(self, messages):
        for message in messages:
            if message.to[0] in told:
                raise told[message.to[0]]
        mail.outbox.extend(messages)
        return len(messages)

    monkeypatch.setattr(locmem.EmailBackend, "send_messages", send)
    return told


def make_due():
    Mail.objects.update(due_at=timezone.now())


def test_sent_once():
    zoe = follower()
    mail_to(zoe, "1")
    mail_to(zoe, "2", due_at=timezone.now() + timedelta(hours=1))
    assert send_mails() == 1
    assert send_mails() == 0
    [sent] = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["zoe@example.org"], "News 1", "Text")
    done = Mail.objects.get(about="1")
    assert (done.state, done.attempts, done.ended_at is None) == ("sent", 1, False)


def test_as_it_travels():
    letter = Letter("Two\nlines", "Text", "<p>T</p>", "https://tv.example/en/suivre/fin/1")
    row = mail_to(follower())
    message = message_of(row, letter).message()
    assert message["Subject"] == "Two lines"
    assert message["List-Unsubscribe"] == "<https://tv.example/en/suivre/fin/1>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"] == message_of(row, letter).message()["Message-ID"]
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]


def test_two_senders_send_each_mail_once(server):
    for number in range(12):
        mail_to(follower(f"p{number}@example.org"))
    gate, left = Barrier(2), []

    def work():
        gate.wait()
        left.append(send_mails())
        connections.close_all()

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(left) == 12
    assert sorted(one.to[0] for one in mail.outbox) == sorted(
        f"p{number}@example.org" for number in range(12)
    )


def test_another_took_it_meanwhile(monkeypatch):
    row = mail_to(follower())
    real = module.message_of

    def slow(*args):
        Mail.objects.filter(pk=row.pk).update(state="sending", claimed_at=timezone.now())
        return real(*args)

    monkeypatch.setattr(module, "message_of", slow)
    assert send_mails() == 0
    assert mail.outbox == []


def test_a_sender_that_died_while_it_sent():
    row = mail_to(follower(), state="sending", claimed_at=timezone.now() - PATIENCE / 2)
    send_mails()
    row.refresh_from_db()
    assert row.state == "sending"
    Mail.objects.update(claimed_at=timezone.now() - 2 * PATIENCE)
    send_mails()
    row.refresh_from_db()
    assert row.state == "doubtful"
    assert mail.outbox == []


def test_a_refused_mail_waits_longer_each_time_and_blocks_nobody(server):
    server["bad@example.org"] = SMTPRecipientsRefused({"bad@example.org": (550, b"no such inbox")})
    mail_to(follower("bad@example.org"))
    mail_to(follower("zoe@example.org"))
    assert send_mails() == 1
    bad = Mail.objects.get(email="bad@example.org")
    assert (bad.state, bad.attempts) == ("waiting", 1)
    assert "bad@example.org" not in bad.error
    for attempt, wait_s in enumerate(WAITS_S, 1):
        bad.refresh_from_db()
        assert bad.attempts == attempt
        left = (bad.due_at - timezone.now()).total_seconds()
        assert wait_s - 60 < left <= wait_s
        assert send_mails() == 0
        make_due()
        send_mails()
    bad.refresh_from_db()
    assert (bad.state, bad.attempts) == ("failed", len(WAITS_S) + 1)


def test_a_refusal_for_now_is_tried_again(server):
    server["zoe@example.org"] = SMTPDataError(451, b"later")
    mail_to(follower())
    assert send_mails() == 0
    server.clear()
    make_due()
    assert send_mails() == 1
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("failure", [SMTPServerDisconnected("gone"), TimeoutError()])
def test_what_may_have_left_is_not_sent_again_and_the_others_leave(server, failure):
    server["zoe@example.org"] = failure
    mail_to(follower())
    mail_to(follower("lea@example.org"))
    assert send_mails() == 1
    server.clear()
    make_due()
    assert send_mails() == 0
    assert Mail.objects.get(email="zoe@example.org").state == "doubtful"
    assert [one.to for one in mail.outbox] == [["lea@example.org"]]


def test_a_server_that_is_away_costs_no_attempt(monkeypatch):
    def away(self):
        raise ConnectionRefusedError

    mail_to(follower())
    monkeypatch.setattr(locmem.EmailBackend, "open", away)
    assert send_mails() == 0
    row = Mail.objects.get()
    assert (row.state, row.attempts) == ("waiting", 0)


def test_a_letter_that_cannot_be_written_blocks_nobody():
    def write(row):
        if row.email == "zoe@example.org":
            raise ValueError("a fault in the template")
        return Letter("S", "T", "H")

    letters.register_writer("test", write)
    mail_to(follower())
    mail_to(follower("lea@example.org"))
    assert send_mails() == 1
    row = Mail.objects.get(email="zoe@example.org")
    assert (row.state, row.attempts) == ("waiting", 1)


def test_a_letter_no_longer_wanted_is_dropped():
    letters.register_writer("test", lambda row: None)
    mail_to(follower())
    assert send_mails() == 0
    assert not Mail.objects.exists()
