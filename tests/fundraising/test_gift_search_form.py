"""What is typed into the search of gifts."""

from datetime import date

import pytest

from fundraising.gift_search_form import GiftSearchForm

pytestmark = pytest.mark.django_db


def test_what_can_be_read_narrows(fund):
    typed = {"q": " zoé ", "state": "paid", "fund": fund.pk, "first": "2026-11-01", "kind": "real"}
    wish = GiftSearchForm(typed).wish()
    assert (wish.words, wish.state, wish.fund, wish.first) == (
        "zoé",
        "paid",
        fund,
        date(2026, 11, 1),
    )
    assert (wish.last, wish.provider, wish.is_test) == (None, "", False)
    assert GiftSearchForm({"kind": "test"}).wish().is_test is True


def test_nonsense_narrows_nothing_and_is_said():
    form = GiftSearchForm({"first": "hier", "state": "<b>", "fund": "x", "provider": "nobody"})
    wish = form.wish()
    assert (wish.first, wish.state, wish.fund, wish.provider) == (None, "", None, "")
    assert set(form.errors) == {"first", "state", "fund", "provider"}
