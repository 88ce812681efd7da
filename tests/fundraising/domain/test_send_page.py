"""Sending a page: it waits for the team, or is shown."""

import pytest

from fundraising.domain.send_page import send_page
from fundraising.models import CollectionSettings
from fundraising.refusals import NotToSend
from qa.enums import Action, Moderation, TextState
from qa.models import Decision, StopList, StopMatch
from qa.refusals import StaleCommand

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(make_page_of):
    return make_page_of(state=TextState.DRAFT, sent_at=None)


def test_it_waits_for_the_team(draft):
    page = send_page(draft, 0)
    assert page.state == TextState.PENDING
    assert page.sent_at == page.received_at
    decision = Decision.objects.get()
    assert (decision.action, decision.decided_by) == (Action.SEND, None)


def test_or_is_shown_where_nobody_reads_before(draft):
    CollectionSettings.objects.create(moderation=Moderation.AFTER)
    assert send_page(draft, 0).is_public


def test_a_stop_word_holds_it(draft):
    StopList.objects.create(name="Gros mots", words="kilo", mode="hold")
    page = send_page(draft, 0)
    assert (page.state, page.held_for) == (TextState.HELD, "kilo")
    assert StopMatch.objects.get().kind == "collection"


def test_once_more_after_a_refusal(make_page_of):
    page = make_page_of(state=TextState.REJECTED, refused_for="insult", note="Non.")
    page = send_page(page, 0)
    assert (page.state, page.refused_for, page.note) == (TextState.PENDING, "", "")


@pytest.mark.parametrize("state", ["pending", "approved", "hidden", "withdrawn", "removed"])
def test_nothing_else_is_sent(make_page_of, state):
    with pytest.raises(NotToSend):
        send_page(make_page_of(state=state), 0)


def test_not_from_an_old_screen(draft):
    with pytest.raises(StaleCommand):
        send_page(draft, 4)
