"""Forms of single steps; the form of a pledge is tested through its screens."""

import pytest

from campaigns.forms import DeliveryForm, ReverseForm, SignForm
from campaigns.models import Pledge


@pytest.mark.parametrize(("typed", "quantity"), [("4 kg", 4_000), ("4 l", None), ("", None)])
def test_quantities_are_typed_as_people_say_them(typed, quantity):
    form = ReverseForm({"quantity": typed, "reason": "Faux"}, unit="g")
    assert form.is_valid() == (quantity is not None)
    assert form.cleaned_data.get("quantity") == quantity


def test_a_signature_needs_a_name():
    assert not SignForm({"signed_by": "  "}).is_valid()


def test_a_delivery_counts_in_the_pledges_unit():
    data = {"quantity": "75 cl", "delivered_on": "2026-03-01", "place": "Lille"}
    form = DeliveryForm(data, pledge=Pledge(unit="ml"))
    assert form.is_valid()
    assert form.cleaned_data["quantity"] == 750
