"""What comes back is what went out, for the purpose it was signed for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audience.domain.signing import open_signed, sign


@given(st.text(), st.text())
def test_only_for_its_purpose(body, purpose):
    text = sign(body, purpose)
    assert open_signed(text, purpose) == body
    assert open_signed(text, purpose + "x") is None


@pytest.mark.parametrize("text", ["", ".", "a.b", "a.\ud800", "é.é", "a" * 10_000])
def test_what_is_not_ours(text):
    assert open_signed(text, "tokens") is None


def test_of_another_site(settings):
    settings.SECRET_KEY = "theirs"
    text = sign("a", "tokens")
    settings.SECRET_KEY = "ours"
    assert open_signed(text, "tokens") is None
