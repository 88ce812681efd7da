"""The simulator: by itself, and beside the amounts of a giving page; no cookie, no token."""

import pytest
from django.test import Client

from fundraising.enums import TaxScheme
from fundraising.models import TaxStanding

pytestmark = pytest.mark.django_db
ADDRESS = "/reduction-fiscale/"
TYPED = {"amount": "2200", "giver": "person", "scheme": "need", "given_on": "2026-11-29"}


def test_a_sum_without_a_cookie(client):
    first = client.get(ADDRESS)
    assert not first.cookies
    assert "csrfmiddlewaretoken" not in first.content.decode()
    answer = Client(enforce_csrf_checks=True).post(ADDRESS, TYPED)
    page = answer.content.decode()
    assert (answer.status_code, "568\u00a0€" in page, "1\u00a0500\u00a0€" in page) == (
        200,
        True,
        True,
    )
    assert "14 octobre 2025" in page
    over = client.post(ADDRESS, TYPED | {"scheme": "general", "means": "1000"}).content.decode()
    assert "2\u00a0000\u00a0€" in over


def test_begun_by_a_link(client):
    page = client.get(f"{ADDRESS}?amount=20&scheme=need").content.decode()
    assert "<dd>5\u00a0€</dd>" in page
    assert client.get(f"{ADDRESS}?amount=20&scheme=x").status_code == 200


def test_what_was_typed_comes_back(client):
    answer = client.post(ADDRESS, TYPED | {"amount": "<b>"})
    assert answer.status_code == 422
    assert "&lt;b&gt;" in answer.content.decode()
    assert client.put(ADDRESS).status_code == 405


def test_beside_the_amounts_of_a_gift(client, page_with_gifts):
    address = f"{page_with_gifts.get_absolute_url()}donner/"
    assert 'id="impots"' not in client.get(address).content.decode()
    receiver = page_with_gifts.fund.beneficiary
    TaxStanding.objects.create(organisation=receiver, scheme=TaxScheme.NEED)
    page = client.get(address).content.decode()
    assert "2,50\u00a0€" in page
    assert "12,50\u00a0€" in page
    assert f"{ADDRESS}?amount=20&amp;scheme=need" in page
