"""The form of an offer asks for a firm, a person, a mailbox and a sentence."""

from projects.offer_form import OfferForm


def test_all_of_it_is_needed():
    form = OfferForm({"email": "colette"})
    assert not form.is_valid()
    assert form.errors.keys() == {"firm", "name", "title", "words", "email"}
    assert not form.use_required_attribute
