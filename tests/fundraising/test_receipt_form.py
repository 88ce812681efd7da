"""Who gave: needed, cleaned, and never guessed."""

import pytest

from fundraising.receipt_form import ReceiptForm, ReissueForm

TYPED = {"name": "Zoé", "address": " 1 rue  du Potager \r\n\r\n75011 Paris"}


def test_lines_of_an_envelope():
    form = ReceiptForm(TYPED)
    assert form.is_valid()
    assert form.donor().address == "1 rue du Potager\n75011 Paris"
    assert not form.donor().is_company


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"address": ""}, "address"),
        ({"address": "\n".join("abcdefg")}, "address"),
        ({"email": "zoe"}, "email"),
    ],
)
def test_refused(values, field):
    assert field in ReceiptForm(TYPED | values).errors


def test_anew_with_a_reason():
    assert "reason" in ReissueForm(TYPED).errors
    form = ReissueForm(TYPED | {"reason": "mistake"})
    assert form.is_valid()
    assert form.donor().name == "Zoé"
