"""A receipt is a page of PDF, whatever stands on it."""

import pytest

from fundraising.domain.draw_receipt import draw_receipt
from fundraising.domain.receipt_facts import ReceiptFacts


@pytest.mark.parametrize("name", ["Zoé Poireau", "Željko Šimić", "🥕" * 120, "W" * 120])
def test_one_page(name):
    blocks = (("Le don", (("Nom", name), ("Adresse", "1 rue\n75011 Paris"))),)
    facts = ReceiptFacts("Reçu", "Cerfa", "2026-00001", blocks, "Certifié.", "Signé.", "Remplace.")
    drawn = draw_receipt(facts)
    assert drawn.startswith(b"%PDF-")
    assert drawn.count(b"/Type /Page\n") == 1
