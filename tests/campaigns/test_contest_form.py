"""What the form of a contestation takes."""

import pytest

from campaigns.contest_form import LONGEST, SHORTEST, ContestForm
from campaigns.models import Contestation


def wrong(**values: str) -> set[str]:
    form = ContestForm({"reason": "a" * SHORTEST, **values}, instance=Contestation())
    form.is_valid()
    return set(form.errors)


@pytest.mark.parametrize("length", [SHORTEST, LONGEST])
def test_reasons_of_this_length_are_taken(length):
    assert wrong(reason="a" * length) == set()


@pytest.mark.parametrize("reason", ["", " " * 50, "a" * (SHORTEST - 1), "a" * (LONGEST + 1)])
def test_other_reasons_are_not(reason):
    assert wrong(reason=reason) == {"reason"}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://a.example/", "no address"])
def test_a_source_is_an_address_of_the_web(address):
    assert wrong(source_url=address) == {"source_url"}


def test_source_and_address_need_not_be():
    assert wrong(source_url="a.example/page", email="zoe@example.org") == set()
    assert wrong(email="zoe") == {"email"}
