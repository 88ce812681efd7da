"""A receipt is a page of PDF whose words are words, whatever stands on it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fundraising.domain.draw_receipt import _SIZES, _drawn, _Hands, draw_receipt
from fundraising.domain.paper.a4 import HEIGHT, MARGIN, WIDTH
from fundraising.domain.receipt_facts import MOST_DAYS, ReceiptFacts, receipt_facts
from fundraising.models import Receipt
from fundraising.models.receipt import LONGEST_ADDRESS, LONGEST_DONOR
from tests.fundraising.read_pdf import boxes_of, fonts_of, said_of, tags_of, words_of

ISSUED_AT = datetime(2026, 11, 30, 10, tzinfo=UTC)
ISSUER = {
    "name": "La Cagette",
    "siren": "123 456 789",
    "address": "3 quai du Pont\n69000 Lyon",
    "purpose": "Aide alimentaire",
    "quality": "Œuvre ou organisme d’intérêt général",
    "signatory": "Marguerite Navet",
    "signatory_title": "trésorière",
}


def facts_of(**values: object) -> ReceiptFacts:
    usual = {
        "year": 2026,
        "number": 42,
        "amount_cents": 1234_50,
        "given_on": date(2026, 11, 3),
        "donor_name": "Zoé Poireau",
        "donor_address": "1 rue du Potager\n75011 Paris",
        "issuer": ISSUER,
        "issued_at": ISSUED_AT,
    }
    return receipt_facts(Receipt(**usual | values))


def all_on_the_page(pdf: bytes) -> bool:
    return all(
        left >= MARGIN - 1 and right <= WIDTH - MARGIN + 1 and top > 0 and bottom <= HEIGHT - 30
        for left, top, right, bottom in boxes_of(pdf)
    )


def test_every_word_is_found_in_order():
    pdf = draw_receipt(facts_of())
    assert words_of(pdf) == (
        "Reçu au titre d’un don N° 2026-00042 Mentions du formulaire Cerfa n° 11580*05 "
        "Bénéficiaire du versement Nom La Cagette N° SIREN ou RNA 123 456 789 "
        "Adresse 3 quai du Pont 69000 Lyon Objet Aide alimentaire "
        "Qualité Œuvre ou organisme d’intérêt général "
        "Donateur Nom Zoé Poireau Adresse 1 rue du Potager 75011 Paris "
        "Le don Montant ***1 234,50 €*** "
        "En toutes lettres mille deux cent trente-quatre euros et cinquante centimes "
        "Date du versement 3 novembre 2026 Forme du don déclaration de don manuel "
        "Nature du don numéraire Mode de versement virement, prélèvement ou carte bancaire "
        "Le bénéficiaire certifie sur l’honneur que les dons et versements qu’il reçoit ouvrent "
        "droit à la réduction d’impôt prévue à l’article 200 du Code général des impôts. "
        "Établi le 30 novembre 2026 par Marguerite Navet, trésorière."
    )
    assert all_on_the_page(pdf)
    assert set(fonts_of(pdf)) == {("yes", "yes", "yes")}


def test_a_screen_reader_walks_along_headings_and_lists():
    tags = tags_of(draw_receipt(facts_of()))
    assert tags[:4] == [
        ("Document", ""),
        ("H1", "Reçu au titre d’un don"),
        ("P", "N° 2026-00042"),
        ("P", "Mentions du formulaire Cerfa n° 11580*05"),
    ]
    headings = ["Bénéficiaire du versement", "Donateur", "Le don"]
    assert [text for tag, text in tags if tag == "H2"] == headings
    place = tags.index(("H2", "Donateur"))
    assert tags[place + 1 : place + 8] == [
        ("L", ""),
        ("LI", ""),
        ("Lbl", "Nom "),
        ("LBody", "Zoé Poireau"),
        ("LI", ""),
        ("Lbl", "Adresse "),
        ("LBody", "1 rue du Potager 75011 Paris"),
    ]


def test_what_the_file_says_of_itself_hangs_on_the_receipt_alone():
    pdf = draw_receipt(facts_of())
    said = said_of(pdf)
    assert said["Title"] == "Reçu au titre d’un don, N° 2026-00042"
    assert (said["Author"], said["Tagged"], said["Pages"]) == ("La Cagette", "yes", "1")
    assert b"/Lang (fr)" in pdf
    assert b"/CreationDate (D:20261130110000+01'00')" in pdf
    assert draw_receipt(facts_of()) == pdf


def test_a_cancelled_one_says_so_in_red():
    valid, void = facts_of(), facts_of(cancelled_at=ISSUED_AT)
    told = "ANNULÉ le 30 novembre 2026 : il n’ouvre droit à rien."
    assert told in words_of(draw_receipt(void))
    tags = tags_of(draw_receipt(void))
    assert tags[4] == ("P", told)
    assert "ANNULÉ" not in words_of(draw_receipt(valid))
    other = replace(void, is_void=False)
    assert draw_receipt(other) != draw_receipt(void)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Željko Šimić", "Željko Šimić"),
        ("Николай", "Николай"),
        ("Zoé 🥕 Poireau", "Zoé Poireau"),
        ("🥕" * LONGEST_DONOR, "🥕" * 10),
        ("W" * LONGEST_DONOR, "W" * 10),
        ("i\u0336" * 60, "Adresse"),
        ("<script>alert(1)</script>) Tj ET\\", "<script>alert(1)</script>) Tj ET\\"),
        ("Zoé\x00\x1b\u202e Poireau\u200b", "Zoé Poireau"),
        ("יוסף בן דוד", "יוסף"),
    ],
)
def test_whatever_the_name(name, read):
    pdf = draw_receipt(facts_of(donor_name=name, donor_address="W" * LONGEST_ADDRESS))
    assert read in words_of(pdf)
    assert said_of(pdf)["Pages"] == "1"
    assert all_on_the_page(pdf)


def most() -> ReceiptFacts:
    """As much as the forms and the tables take, in the widest letters."""
    days = ", ".join(
        f"{day} novembre 2025 (1\u00a0234,50\u00a0€)" for day in range(1, 1 + MOST_DAYS)
    )
    longest = {"name": 120, "address": 200, "purpose": 300, "quality": 120}
    longest |= {"signatory": 80, "signatory_title": 80}
    facts = facts_of(
        donor_name="W" * LONGEST_DONOR,
        donor_address="\n".join(["W" * (LONGEST_ADDRESS // 6 - 1)] * 6),
        issuer=ISSUER | {name: "W" * size for name, size in longest.items()},
        cancelled_at=ISSUED_AT,
    )
    heading, lines = facts.blocks[2]
    yearly = tuple((label, days if label.startswith("Date") else told) for label, told in lines)
    return replace(facts, blocks=(*facts.blocks[:2], (heading, yearly)))


def test_the_more_it_says_the_smaller_it_is_written():
    _paper, bottom = _drawn(most(), _Hands(_SIZES[0]))
    assert bottom > HEIGHT - MARGIN
    _paper, bottom = _drawn(most(), _Hands(_SIZES[-1]))
    assert bottom <= HEIGHT - MARGIN
    pdf = draw_receipt(most())
    assert all_on_the_page(pdf)
    assert "24 novembre 2025 (1 234,50 €)" in words_of(pdf)
