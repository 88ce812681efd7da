"""The mail of a receipt: one when it is issued, one when it holds no more."""

import pytest
from django.core import mail

from audience.domain.send_mails import send_mails
from audience.models import Mail
from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.domain.tell_receipt import sample_receipt

pytestmark = pytest.mark.django_db


def test_issued_then_cancelled(issuer, make_gift, tell):
    gift = make_gift()
    tell(gift)
    receipt = issue_receipt(gift, Donor("Zoé", "1 rue", email="zoe@example.org"))
    send_mails()
    tell(gift, "refunded", refund_ref="a")
    send_mails()
    issued, cancelled = mail.outbox
    assert receipt.get_absolute_url() in issued.body
    assert receipt.reference in cancelled.body
    assert issued.subject != cancelled.subject


def test_cancelled_before_it_left(issuer, make_gift, tell):
    gift = make_gift()
    tell(gift)
    issue_receipt(gift, Donor("Zoé", "1 rue", email="zoe@example.org"))
    tell(gift, "refunded", refund_ref="a")
    send_mails()
    assert len(mail.outbox) == 1


def test_nobody_who_left_no_address(issuer, make_gift, tell):
    gift = make_gift()
    tell(gift)
    issue_receipt(gift, Donor("Zoé", "1 rue"))
    assert not Mail.objects.exists()
    assert "2026-00042" in sample_receipt().text
