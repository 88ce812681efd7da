"""Warned at 80 % of the sum of the law, once a year, of real money only."""

import pytest
from django.core import mail
from wagtail.users.models import UserProfile

from audience.domain.send_mails import send_mails
from fundraising.domain.warn_of_sums import (
    THRESHOLD_CENTS,
    WARN_FROM_CENTS,
    sample_warning,
    warn_of_sums,
)
from fundraising.models import GiftWarning

pytestmark = pytest.mark.django_db


def test_at_eighty_percent_once(make_gift, tell, make_user):
    lea = make_user("lea", "fundraising.keep_books")
    lea.email = "lea@example.org"
    lea.save()
    assert WARN_FROM_CENTS == 122_400_00
    tell(make_gift(amount_cents=WARN_FROM_CENTS - 1))
    tell(make_gift(amount_cents=THRESHOLD_CENTS, is_test=True))
    back = make_gift(amount_cents=THRESHOLD_CENTS)
    tell(back)
    tell(back, "refunded", refund_ref="a")
    assert warn_of_sums() == 0
    tell(make_gift(amount_cents=1))
    assert (warn_of_sums(), warn_of_sums()) == (1, 0)
    assert GiftWarning.objects.get().sum_cents == WARN_FROM_CENTS
    send_mails()
    (one,) = mail.outbox
    assert one.to == ["lea@example.org"]
    assert "122\u00a0400\u00a0€" in one.body


def test_each_reads_it_in_their_own_language(make_gift, tell, make_user):
    for name, language in (("lea", "fr"), ("ann", "en")):
        user = make_user(name, "fundraising.keep_books")
        user.email = f"{name}@example.org"
        user.save()
        UserProfile.objects.create(user=user, preferred_language=language)
    tell(make_gift(amount_cents=THRESHOLD_CENTS))
    warn_of_sums()
    send_mails()
    subjects = {one.to[0]: one.subject for one in mail.outbox}
    assert subjects["ann@example.org"] == "Gifts come near 153,000 €"
    assert subjects["lea@example.org"] != subjects["ann@example.org"]


def test_how_it_looks():
    assert "153" in sample_warning().text
