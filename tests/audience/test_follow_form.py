"""The one field."""

import pytest

from audience.follow_form import FollowForm


@pytest.mark.parametrize(
    "typed",
    ["", "zoe", "zoe@", "zoe@example.org\nBcc: x@example.org", f"{'z' * 250}@example.org"],
)
def test_what_is_no_address_is_refused_with_a_sentence(typed):
    form = FollowForm({"email": typed})
    assert not form.is_valid()
    assert form.errors["email"][0].endswith((".", ")"))


def test_an_address():
    form = FollowForm({"email": " Zoe+potager@example.org "})
    assert form.is_valid()
    assert form.cleaned_data["email"] == "Zoe+potager@example.org"
