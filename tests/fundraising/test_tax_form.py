"""The form of the simulator: which rule it takes, and what it refuses."""

import pytest

from fundraising.tax_form import TaxForm

TYPED = {"amount": "100", "giver": "person", "scheme": "general", "given_on": "2026-11-29"}


@pytest.mark.parametrize(
    ("values", "back"),
    [
        ({}, 66_00),
        ({"scheme": "need"}, 75_00),
        ({"amount": "2000", "scheme": "need"}, 1_500_00),
        ({"amount": "2000", "scheme": "need", "given_on": "2025-10-13"}, 1_410_00),
        ({"giver": "company"}, 60_00),
        ({"means": "200"}, 26_40),
    ],
)
def test_sums(values, back):
    form = TaxForm(TYPED | values)
    assert form.is_valid()
    reduction, rule = form.result()
    assert reduction.reduction_cents == back
    assert rule.source


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"amount": ""}, "amount"),
        ({"amount": "=1+1"}, "amount"),
        ({"given_on": "1999-01-01"}, "given_on"),
        ({"given_on": "tomorrow"}, "given_on"),
        ({"giver": "cat"}, "giver"),
        ({"means": "lots"}, "means"),
    ],
)
def test_refused(values, field):
    assert field in TaxForm(TYPED | values).errors
