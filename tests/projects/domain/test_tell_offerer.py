"""Mails to those who offer to be godparents."""

import pytest

from audience.letters import write_letter
from audience.models import Mail
from projects.domain.tell_offerer import (
    ANSWERED,
    MOST_PER_MAILBOX,
    sample_offer_link,
    sample_to_offerer,
    send_offer_link,
    tell_offerer,
)

pytestmark = pytest.mark.django_db


def test_the_link_and_the_answer(make_offer):
    offer = make_offer(answer="On vous appelle mardi.")
    send_offer_link(offer)
    assert "/projets/parrainer/entrer/" in write_letter(Mail.objects.last()).text
    tell_offerer(offer, ANSWERED)
    letter = write_letter(Mail.objects.last())
    assert "On vous appelle mardi." in letter.text
    assert "On vous appelle mardi." in letter.html
    mails = list(Mail.objects.filter(email=offer.email))
    offer.delete()
    assert [write_letter(mail) for mail in mails] == [None, None]


def test_a_mailbox_is_not_flooded(make_offer):
    offer = make_offer()
    for _ in range(MOST_PER_MAILBOX + 3):
        send_offer_link(offer)
    tell_offerer(offer, ANSWERED)
    assert Mail.objects.filter(email=offer.email).count() == MOST_PER_MAILBOX


def test_the_samples():
    assert sample_offer_link().text
    assert sample_to_offerer().html
