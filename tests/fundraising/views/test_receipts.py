"""A receipt is asked for on the page of a gift; its private link shows it and gives a PDF."""

import subprocess
import sys

import pytest
from django.test import Client

from fundraising.models import Receipt
from tests.fundraising.read_pdf import words_of

pytestmark = pytest.mark.django_db
TYPED = {"name": "Zoé <b>Poireau</b>", "address": "1 rue du Potager\n75011 Paris"}


@pytest.fixture
def gift(issuer, make_gift, tell):
    gift = make_gift()
    tell(gift)
    gift.refresh_from_db()
    return gift


def test_asked_for_read_and_fetched(client, gift):
    page = client.get(gift.get_absolute_url()).content.decode()
    address = f"{gift.get_absolute_url()}recu/"
    assert address in page
    asked = client.get(address)
    assert not asked.cookies
    answer = Client(enforce_csrf_checks=True).post(address, TYPED)
    receipt = Receipt.objects.get()
    assert (answer.status_code, answer.url) == (302, receipt.get_absolute_url())
    shown = client.get(answer.url)
    assert shown["Referrer-Policy"] == "same-origin"
    assert "&lt;b&gt;Poireau" in shown.content.decode()
    file = client.get(f"{answer.url}recu.pdf")
    assert file["Content-Type"] == "application/pdf"
    assert receipt.reference in file["Content-Disposition"]
    assert "Nom Zoé <b>Poireau</b> Adresse 1 rue du Potager" in words_of(file.content)
    assert client.post(address, TYPED).url == answer.url
    assert receipt.get_absolute_url() in client.get(gift.get_absolute_url()).content.decode()
    assert Receipt.objects.count() == 1


def test_what_was_typed_comes_back(client, gift):
    answer = client.post(f"{gift.get_absolute_url()}recu/", {"name": "Zoé"})
    assert answer.status_code == 422
    assert 'value="Zoé"' in answer.content.decode()
    foreign = {"Origin": "https://evil.example"}
    refused = client.post(f"{gift.get_absolute_url()}recu/", TYPED, headers=foreign)
    assert refused.status_code == 403
    assert not Receipt.objects.exists()


def test_where_there_is_none(client, gift, issuer, make_gift):
    test = make_gift(is_test=True, paid_cents=20_00, state="paid")
    assert client.get(f"{test.get_absolute_url()}recu/").status_code == 404
    issuer.issues_receipts = False
    issuer.save()
    assert client.get(f"{gift.get_absolute_url()}recu/").status_code == 404
    assert "/recu/" not in client.get(gift.get_absolute_url()).content.decode()
    assert client.get("/recus-fiscaux/unknown/").status_code == 404


def test_after_a_refund(client, gift, tell):
    client.post(f"{gift.get_absolute_url()}recu/", TYPED)
    old = Receipt.objects.get()
    tell(gift, "refunded", 1_00, refund_ref="a")
    page = client.get(old.get_absolute_url()).content.decode()
    assert "ANNULÉ" in page
    assert "recu.pdf" not in page
    assert "ANNULÉ" in words_of(client.get(f"{old.get_absolute_url()}recu.pdf").content)
    client.post(f"{gift.get_absolute_url()}recu/", TYPED)
    new = Receipt.objects.get(replaces=old)
    assert new.get_absolute_url() in client.get(old.get_absolute_url()).content.decode()


def test_a_specimen_for_gifts_without_money(client, issuer, gift, make_gift, tell):
    test = make_gift(is_test=True)
    assert client.get(f"{test.get_absolute_url()}specimen.pdf").status_code == 404
    tell(test)
    address = f"{test.get_absolute_url()}specimen.pdf"
    assert address in client.get(test.get_absolute_url()).content.decode()
    specimen = client.get(address)
    assert specimen["Content-Type"] == "application/pdf"
    assert "N° SPÉCIMEN" in words_of(specimen.content)
    assert client.get(f"{gift.get_absolute_url()}specimen.pdf").status_code == 404
    assert not Receipt.objects.exists()


def test_one_a_year_where_the_association_does_so(client, gift, issuer, make_order):
    issuer.receipts_yearly = True
    issuer.save()
    address = f"{gift.get_absolute_url()}recu/"
    assert address in client.get(gift.get_absolute_url()).content.decode()
    assert client.post(address, TYPED).status_code == 422
    full = TYPED | {"email": "zoe@example.org"}
    foreign = client.post(address, full, headers={"Origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert client.post(address, full).url == gift.get_absolute_url()
    assert "zoe@example.org" in client.get(gift.get_absolute_url()).content.decode()
    assert not Receipt.objects.exists()
    order = make_order(state="active")
    address = f"{order.get_absolute_url()}recu/"
    assert address in client.get(order.get_absolute_url()).content.decode()
    assert client.get(address).status_code == 200
    client.post(address, full)
    order.refresh_from_db()
    gift.refresh_from_db()
    assert order.receipt_wish == gift.receipt_wish
    assert "zoe@example.org" in client.get(order.get_absolute_url()).content.decode()
    issuer.issues_receipts = False
    issuer.save()
    assert client.get(address).status_code == 404


def test_a_process_that_is_asked_for_no_pdf_does_not_bear_what_writes_them():
    asked = "import sys, django; django.setup(); import portal.urls; print('fpdf' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
