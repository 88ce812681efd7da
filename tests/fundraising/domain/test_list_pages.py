"""Which pages stand in which list."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fundraising.domain.list_pages import (
    open_pages,
    pages_for_cause,
    pages_of,
    pages_to_decide,
    sent_pages,
)
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_open_pages_and_those_of_a_cause(make_page_of, fund, make_fund):
    today = timezone.localdate()
    first, second = make_page_of(), make_page_of(fund=make_fund("Autre"))
    make_page_of(state=TextState.PENDING)
    make_page_of(ends_on=today - timedelta(days=1))
    assert list(open_pages(today)) == [second, first]
    assert list(pages_for_cause(fund.cause, today)) == [first]


def test_owners_see_their_own_and_the_team_no_drafts(make_page_of):
    draft = make_page_of(state=TextState.DRAFT, sent_at=None)
    removed = make_page_of(state=TextState.REMOVED)
    other = make_page_of("lea@example.org")
    erased = make_page_of(title="")
    assert list(pages_of(draft.owner)) == [draft]
    assert list(pages_of(other.owner)) == [other]
    assert list(sent_pages()) == [other, removed]
    assert erased not in sent_pages()


def test_what_waits_longest_comes_first(make_page_of):
    now = timezone.now()
    new = make_page_of(state=TextState.PENDING, received_at=now)
    changed = make_page_of(proposed={"title": "x"}, proposed_at=now - timedelta(hours=1))
    old = make_page_of(state=TextState.HELD, received_at=now - timedelta(days=2))
    make_page_of()
    make_page_of(state=TextState.HIDDEN, proposed={"title": "x"}, proposed_at=now)
    assert list(pages_to_decide()) == [old, changed, new]
