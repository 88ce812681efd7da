"""A specimen is a page of PDF, and takes no number."""

import pytest

from fundraising.domain.draw_specimen import draw_specimen
from fundraising.models import Receipt, ReceiptCounter
from tests.fundraising.read_pdf import words_of

pytestmark = pytest.mark.django_db


def test_nothing_is_issued(issuer, make_gift):
    gift = make_gift(is_test=True, paid_cents=20_00)
    pdf = draw_specimen(gift, issuer)
    words = words_of(pdf)
    assert words.startswith("Reçu au titre d’un don N° SPÉCIMEN")
    assert "Spécimen" in words
    assert "vingt euros" in words
    assert issuer.signatory in words
    assert draw_specimen(gift, issuer) == pdf
    assert not Receipt.objects.exists()
    assert not ReceiptCounter.objects.exists()
