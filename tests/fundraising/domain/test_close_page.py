"""Closing, opening again, taking off the site."""

import pytest

from fundraising.domain.close_page import close_page, reopen_page, withdraw_page
from fundraising.refusals import NotToClose
from qa.enums import TextState
from qa.refusals import DoesNotFollow

pytestmark = pytest.mark.django_db


def test_closed_and_open_again(fundraiser):
    closed = close_page(fundraiser)
    assert (closed.is_over, closed.is_public) == (True, True)
    assert close_page(closed).closed_at == closed.closed_at
    assert not reopen_page(closed).is_over


@pytest.mark.parametrize("state", ["draft", "pending", "rejected", "hidden", "withdrawn"])
def test_only_what_is_shown(make_page_of, state):
    with pytest.raises(NotToClose):
        close_page(make_page_of(state=state))


def test_off_the_site(fundraiser, make_page_of):
    assert withdraw_page(fundraiser).state == TextState.WITHDRAWN
    assert withdraw_page(make_page_of(state="draft")).state == TextState.WITHDRAWN
    with pytest.raises(DoesNotFollow):
        withdraw_page(fundraiser)
