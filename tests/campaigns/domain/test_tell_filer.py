"""A filer who left an address is told where their contestation stands."""

import pytest
from django.core import mail

from campaigns.domain import tell_filer as module
from campaigns.domain.tell_filer import MOST_PER_MAILBOX, tell_filer

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(make_contestation):
    return make_contestation(email="zoe@example.org", language="en")


def test_the_mail_holds_the_private_address(found, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tell_filer(found)
    (sent,) = mail.outbox
    assert sent.to == ["zoe@example.org"]
    assert f"/en/contestation/{found.key}/" in sent.body


def test_nobody_without_an_address(make_contestation, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tell_filer(make_contestation())
    assert mail.outbox == []


def test_a_mailbox_is_not_filled(found, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(MOST_PER_MAILBOX + 2):
            tell_filer(found)
    assert len(mail.outbox) == MOST_PER_MAILBOX


def test_a_broken_mail_server_is_logged(
    found, django_capture_on_commit_callbacks, monkeypatch, caplog
):
    def broken(*args):
        raise OSError

    monkeypatch.setattr(module, "send_mail", broken)
    with django_capture_on_commit_callbacks(execute=True):
        tell_filer(found)
    assert f"contestation {found.pk}" in caplog.text
