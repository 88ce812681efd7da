"""A specimen is a page of PDF, and takes no number."""

import pytest

from fundraising.domain.draw_specimen import draw_specimen
from fundraising.models import Receipt, ReceiptCounter

pytestmark = pytest.mark.django_db


def test_nothing_is_issued(issuer, make_gift):
    gift = make_gift(is_test=True, paid_cents=20_00)
    assert draw_specimen(gift, issuer).startswith(b"%PDF-")
    assert not Receipt.objects.exists()
    assert not ReceiptCounter.objects.exists()
