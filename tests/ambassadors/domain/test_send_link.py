"""The mail with the link."""

import pytest

from ambassadors.domain import send_link
from audience.letters import sample_letters
from audience.models import Mail, MailboxLink

pytestmark = pytest.mark.django_db


def test_the_mail_opens_the_page(make_ambassador):
    one = make_ambassador("Zoé <b>")
    send_link.send_link(one, "fr")
    mail = Mail.objects.get()
    letter = send_link.write_link(mail)
    assert (mail.email, mail.occasion) == (one.email, send_link.OCCASION)
    assert "/ambassadeurs/entrer/" in letter.text
    assert "Zoé &lt;b&gt;" in letter.html
    MailboxLink.objects.all().delete()
    assert send_link.write_link(mail) is None


def test_nobody_fills_a_mailbox(make_ambassador):
    one = make_ambassador()
    for _ in range(send_link.MOST_PER_MAILBOX + 5):
        send_link.send_link(one, "fr")
    assert Mail.objects.count() == send_link.MOST_PER_MAILBOX


def test_not_to_who_left(make_ambassador):
    one = make_ambassador()
    send_link.send_link(one, "fr")
    mail = Mail.objects.get()
    type(one).objects.update(left_at="2026-11-01T12:00Z", email=None)
    assert send_link.write_link(mail) is None
    one.email = None
    send_link.send_link(one, "fr")
    assert Mail.objects.count() == 1


def test_the_team_sees_how_it_looks(house):
    assert send_link.OCCASION in sample_letters()
