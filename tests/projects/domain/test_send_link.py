"""Links go to the mailbox of the project, not too many of them."""

import pytest

from audience.letters import write_letter
from audience.models import Mail, MailboxLink
from projects.domain.send_link import MOST_PER_MAILBOX, sample_link, send_link

pytestmark = pytest.mark.django_db


def test_the_mail_says_what_and_where(propose):
    propose()
    letter = write_letter(Mail.objects.get())
    assert "triporteur" in letter.text
    assert "/projets/entrer/" in letter.text
    assert "/projets/entrer/" in letter.html


def test_a_mailbox_is_not_flooded(propose):
    project = propose()
    for _ in range(MOST_PER_MAILBOX + 3):
        send_link(project, "fr")
    assert Mail.objects.count() == MOST_PER_MAILBOX


def test_no_mail_for_what_is_gone(propose):
    project = propose()
    mail = Mail.objects.get()
    project.delete()
    assert write_letter(mail) is None
    MailboxLink.objects.all().delete()
    assert write_letter(mail) is None


def test_the_sample():
    assert "<strong>" in sample_link().html
