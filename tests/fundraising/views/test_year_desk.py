"""The receipts of a year are asked for in the CMS, by those who keep the books."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fundraising.domain.issue_receipt import Donor
from fundraising.domain.issue_yearly import issue_years
from fundraising.domain.wish_receipt import wish_receipt
from fundraising.models import Receipt, ReceiptRun

pytestmark = pytest.mark.django_db
YEARS = "/admin/tax-receipts/years/"
YEAR = timezone.localdate().year - 1


@pytest.fixture
def books(client, make_user):
    client.force_login(make_user("lea", "fundraising.keep_books"))
    return client


def test_asked_for_issued_and_seen(books, issuer, make_gift, tell):
    gift = make_gift()
    tell(gift, occurred_at=timezone.now() - timedelta(days=366))
    gift.refresh_from_db()
    year = timezone.localtime(gift.paid_at).year
    wish_receipt(issuer, Donor("Zoé <i>", "x", email="zoe@example.org"), gift)
    for _ in range(2):
        assert books.post(YEARS, {"standing": issuer.pk, "year": year}).url == YEARS
    assert ReceiptRun.objects.count() == 1
    issue_years()
    assert "Épicerie du Pont" in books.get(YEARS).content.decode()
    receipt = Receipt.objects.get()
    desk = books.get(reverse("receipt_desk", args=[receipt.pk])).content.decode()
    assert gift.key in desk
    assert "Zoé &lt;i&gt;" in desk
    assert receipt.reference in books.get("/admin/tax-receipts/", {"q": gift.key}).content.decode()
    shown = books.get(receipt.get_absolute_url())
    assert f"Versements de {year}" in shown.content.decode()
    assert books.get(f"{receipt.get_absolute_url()}recu.pdf")["Content-Type"] == "application/pdf"


def test_what_cannot_be_is_said(books, issuer):
    assert books.post(YEARS, {"year": "soon"}).status_code == 422
    answer = books.post(YEARS, {"standing": issuer.pk, "year": YEAR + 1})
    assert answer.status_code == 409
    assert "RCP-005" in answer.content.decode()
    assert not ReceiptRun.objects.exists()


def test_nobody_else(client, mo, issuer):
    client.force_login(mo)
    assert client.get(YEARS).status_code == 302
    assert client.post(YEARS, {"standing": issuer.pk, "year": YEAR}).status_code == 302
    assert not ReceiptRun.objects.exists()
