"""A receipt is a page of PDF, whatever stands on it."""

import pytest

from fundraising.domain.draw_receipt import _SIZES_PX, _drawn, _Text, draw_receipt
from fundraising.domain.draw_sheet import MARGIN_PX, SIZE_PX
from fundraising.domain.receipt_facts import MOST_DAYS, ReceiptFacts


@pytest.mark.parametrize("name", ["Zoé Poireau", "Željko Šimić", "🥕" * 120, "W" * 120])
def test_one_page(name):
    blocks = (("Le don", (("Nom", name), ("Adresse", "1 rue\n75011 Paris"))),)
    facts = ReceiptFacts("Reçu", "Cerfa", "2026-00001", blocks, "Certifié.", "Signé.", "Remplace.")
    drawn = draw_receipt(facts)
    assert drawn.startswith(b"%PDF-")
    assert drawn.count(b"/Type /Page\n") == 1


def test_a_year_of_gifts_fits_on_the_page():
    days = ", ".join(
        f"{day} novembre 2025 (1\u00a0234,50\u00a0€)" for day in range(1, 1 + MOST_DAYS)
    )
    lines = (("Adresse", "\n".join("une ligne de l’adresse" for _ in range(6))),)
    blocks = (
        ("Bénéficiaire", (("Objet", "Des légumes pour tout le monde. " * 9),)),
        ("Donateur", lines),
        ("Le don", (("Versements", days), ("Forme", "don manuel"), ("Nature", "numéraire"))),
    )
    facts = ReceiptFacts("Reçu", "Cerfa", "2026-00001", blocks, "x " * 100, "y " * 40, "z " * 60)
    for size_px in _SIZES_PX:
        _sheet, bottom = _drawn(facts, _Text(size_px))
    assert bottom <= SIZE_PX[1] - MARGIN_PX
    _sheet, bottom = _drawn(facts, _Text(_SIZES_PX[0]))
    assert bottom > SIZE_PX[1] - MARGIN_PX
    assert draw_receipt(facts).startswith(b"%PDF")
