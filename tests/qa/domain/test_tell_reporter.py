"""Who reported and left an address gets a receipt, and each decision."""

import pytest
from django.core import mail

from audience.domain.send_mails import send_mails
from audience.models import Mail
from qa.domain.decide_notice import decide_notice
from qa.domain.tell_reporter import MOST_RECEIPTS, forget_reporter, tell_reporter
from qa.enums import NoticeVerdict

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def notice(make_notice):
    return make_notice(email="zoe@example.org", language="en")


def test_a_receipt_then_the_decision_with_its_reason(notice, mo):
    tell_reporter(notice)
    tell_reporter(notice)
    assert send_mails() == 1
    decide_notice(notice, mo, NoticeVerdict.KEEP, answer="Une <courge>.")
    assert send_mails() == 1
    receipt, decision = mail.outbox
    assert "received" in receipt.subject
    assert "decided" in decision.subject
    for sent in (receipt, decision):
        assert f"/en/signalement/{notice.key}/" in sent.body
        assert notice.key in str(sent.alternatives[0].content)
        assert notice.words in sent.body
    assert "Une <courge>." in decision.body
    assert "Une &lt;courge&gt;." in str(decision.alternatives[0].content)


def test_nobody_without_an_address(make_notice):
    tell_reporter(make_notice())
    assert not Mail.objects.exists()


def test_a_forgotten_address_gets_nothing(notice):
    tell_reporter(notice)
    forget_reporter(notice)
    notice.refresh_from_db()
    assert (notice.email, Mail.objects.exists()) == ("", False)
    tell_reporter(notice)
    assert send_mails() == 0


def test_what_was_deleted_is_not_told(notice):
    tell_reporter(notice)
    notice.delete()
    assert send_mails() == 0


def test_strangers_do_not_fill_a_mailbox_and_decisions_still_arrive(make_notice, mo):
    notices = [make_notice(email=f"zoe+{n}@example.org") for n in range(MOST_RECEIPTS + 2)]
    for one in notices:
        tell_reporter(one)
    assert Mail.objects.count() == MOST_RECEIPTS
    decide_notice(notices[-1], mo, NoticeVerdict.KEEP, answer="Non.")
    assert Mail.objects.count() == MOST_RECEIPTS + 1
