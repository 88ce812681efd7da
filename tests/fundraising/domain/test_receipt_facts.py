"""All entries of the official forms, in French whoever reads."""

import pytest
from django.utils import timezone, translation

from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.domain.receipt_facts import receipt_facts

pytestmark = pytest.mark.django_db


def words(receipt) -> str:
    with translation.override("en"):
        facts = receipt_facts(receipt)
    lines = [f"{label}: {value}" for _heading, block in facts.blocks for label, value in block]
    return "\n".join([facts.title, facts.form, facts.mark, *lines, facts.certified, facts.signed])


def test_every_entry(issuer, make_gift, tell):
    gift = make_gift()
    tell(gift)
    said = words(issue_receipt(gift, Donor("Zoé Poireau", "1 rue du Potager\n75011 Paris")))
    for part in (
        "11580*05", "Épicerie du Pont", "W751000001", "3 quai du Pont, 69000 Lyon",
        "Aide alimentaire", "Zoé Poireau", "75011 Paris", "***20\u00a0€***", "vingt euros",
        "numéraire", "article 200 du", "Marguerite Navet, trésorière",
    ):  # fmt: skip
        assert part in said
    assert "The " not in said


def test_companies_and_the_tax_on_fortunes(issuer, make_gift, tell):
    issuer.covers_wealth_tax = True
    issuer.save()
    firm, person = make_gift(), make_gift()
    tell(firm), tell(person)
    said = words(issue_receipt(firm, Donor("Radis SA", "x", is_company=True)))
    assert "16216*01" in said
    assert "238 bis" in said
    assert "200 et 978" in words(issue_receipt(person, Donor("Zoé", "x")))


def test_marks(issuer, make_gift, tell):
    gift = make_gift()
    tell(gift)
    old = issue_receipt(gift, Donor("Zoé", "x"))
    tell(gift, "refunded", 1, refund_ref="a")
    new = issue_receipt(gift, Donor("Zoé", "x"))
    old.refresh_from_db()
    assert "ANNULÉ" in words(old)
    assert old.reference in words(new)
    assert f"{timezone.localdate().year}" in words(new)
