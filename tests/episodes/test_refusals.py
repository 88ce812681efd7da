"""Refusals say what happened and what to do, in both languages."""

import pytest
from django.utils.translation import override

from episodes import refusals


@pytest.mark.parametrize(
    "refusal", [refusals.RatingFromElsewhere, refusals.TooManyRatings, refusals.RatingUnclear]
)
def test_sentences(refusal):
    said = refusal()
    with override("en"):
        english = str(said)
    with override("fr"):
        assert str(said) != english
    assert 400 <= said.status < 500
