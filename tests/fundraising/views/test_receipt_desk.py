"""The team's list of receipts: for those who keep the books."""

import pytest

from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.models import Receipt

pytestmark = pytest.mark.django_db
LIST = "/admin/tax-receipts/"
TYPED = {"name": "Zoé Poireau", "address": "2 rue du Potager", "reason": "mistake"}


@pytest.fixture
def receipt(issuer, make_gift, tell) -> Receipt:
    gift = make_gift()
    tell(gift)
    return issue_receipt(gift, Donor("Zoe <i>", "1 rue du Potager"))


@pytest.fixture
def books(client, make_user):
    client.force_login(make_user("lea", "fundraising.keep_books"))
    return client


def test_listed_and_found(books, receipt):
    assert receipt.reference in books.get(LIST).content.decode()
    for wanted in (receipt.reference, "zoe", receipt.donation.key):
        page = books.get(LIST, {"q": wanted}).content.decode()
        assert f"{LIST}{receipt.pk}/" in page
        assert "Zoe &lt;i&gt;" in page
    for wanted in ("personne", "9999-1", "99999999999-99999999999"):
        assert f"{LIST}{receipt.pk}/" not in books.get(LIST, {"q": wanted}).content.decode()


def test_cancelled_then_issued_anew(books, receipt):
    address = f"{LIST}{receipt.pk}/"
    assert "1 rue du Potager" in books.get(address).content.decode()
    answer = books.post(address, {"deed": "cancel", "reason": "other", "note": "Doublon"})
    assert answer.url == address
    assert "Doublon" in books.get(address).content.decode()
    assert books.post(address, {"deed": "cancel"}).status_code == 409
    answer = books.post(address, {"deed": "reissue", **TYPED})
    new = Receipt.objects.get(replaces=receipt)
    assert answer.url == f"{LIST}{new.pk}/"
    assert new.donor_name == "Zoé Poireau"
    assert books.post(address, {"deed": "reissue", **TYPED}).status_code == 409


def test_what_was_typed_comes_back(books, receipt):
    answer = books.post(f"{LIST}{receipt.pk}/", {"deed": "reissue", "name": "Zoé"})
    assert answer.status_code == 422
    assert 'value="Zoé"' in answer.content.decode()


def test_nobody_else(client, mo, receipt):
    client.force_login(mo)
    assert client.get(LIST, follow=True).redirect_chain
    assert client.get(f"{LIST}{receipt.pk}/").status_code == 302
    assert client.post(f"{LIST}{receipt.pk}/", {"deed": "cancel"}).status_code == 302
    assert Receipt.objects.valid().count() == 1
