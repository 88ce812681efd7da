"""Links in mails: signed, for one supporter, silent about who has a page."""

import pytest
from django.core import mail

from audience.domain.mailbox_links import token_of
from audience.domain.send_mails import send_mails
from audience.models import Mail, MailboxLink
from audience.models.mailbox import LINK_LASTS
from fundraising.domain.send_link import (
    MOST_PER_NETWORK,
    ask_for_link,
    sample_link,
    send_link,
)
from fundraising.refusals import TooManyPages

pytestmark = pytest.mark.django_db


def test_the_mail_holds_the_link(fundraiser):
    send_link(fundraiser.owner, fundraiser, "fr")
    assert send_mails() == 1
    (sent,) = mail.outbox
    address = f"/mes-collectes/entrer/{token_of(MailboxLink.objects.get())}/"
    assert address in sent.body
    assert address in sent.alternatives[0].content
    assert fundraiser.title in sent.body


def test_an_old_link_is_not_written_any_more(fundraiser):
    send_link(fundraiser.owner, fundraiser, "fr")
    link = MailboxLink.objects.get()
    MailboxLink.objects.update(made_at=link.made_at - LINK_LASTS * 2)
    assert send_mails() == 0
    assert mail.outbox == []


def test_strangers_get_nothing_and_nobody_learns_it(fundraiser):
    ask_for_link("nobody@example.org", "fr", "192.0.2.1")
    assert not Mail.objects.exists()
    ask_for_link("ZOE@example.org", "fr", "192.0.2.1")
    assert Mail.objects.get().email == "zoe@example.org"
    assert MailboxLink.objects.get().about == ""


def test_a_network_has_its_share(db):
    for _ in range(MOST_PER_NETWORK):
        ask_for_link("nobody@example.org", "fr", "192.0.2.1")
    with pytest.raises(TooManyPages):
        ask_for_link("nobody@example.org", "fr", "192.0.2.1")


def test_the_team_sees_a_sample(db):
    assert "Zoé" in sample_link().html
