"""An amount in a form: cents between two bounds, or a sentence."""

import pytest
from django.core.exceptions import ValidationError

from fundraising.amount_field import AmountField

FIELD = AmountField(least=10_00, most=1_000_000_00)


def test_it_gives_cents():
    assert FIELD.clean("1 247,50") == 1_247_50
    assert AmountField(least=1, most=2, required=False).clean("") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "required"), ("beaucoup", "invalid"), ("9,99", "range"), ("1000000,01", "range"),
     ("9" * 17, "max_length")],
)  # fmt: skip
def test_it_says_what_is_wrong(text, code):
    with pytest.raises(ValidationError) as caught:
        FIELD.clean(text)
    assert caught.value.error_list[0].code == code


def test_the_bounds_stand_in_the_sentence():
    with pytest.raises(ValidationError) as caught:
        FIELD.clean("1")
    assert "10\u00a0€" in caught.value.messages[0]
    assert "1\u00a0000\u00a0000\u00a0€" in caught.value.messages[0]


def test_it_shows_what_was_kept_as_it_would_be_typed():
    assert FIELD.prepare_value(1_247_50) == "1247,50"
    assert FIELD.prepare_value("abc") == "abc"
