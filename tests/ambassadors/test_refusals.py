"""Refusals say what happened and what to do, in both languages."""

import pytest
from django.utils.translation import override

from ambassadors import refusals

ALL = [
    one
    for one in vars(refusals).values()
    if isinstance(one, type) and issubclass(one, refusals.AmbassadorRefused) and "code" in vars(one)
]


@pytest.mark.parametrize("refusal", ALL)
def test_sentences(refusal):
    said = refusal(alias="Zoé")
    with override("en"):
        english = str(said)
    with override("fr"):
        assert str(said) != english
    assert 400 <= said.status < 500
