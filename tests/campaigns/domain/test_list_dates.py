"""The dates of promises: their two days keep a name for ever, news raises their sequence."""

from datetime import date, timedelta

import pytest
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import override

from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.announce import announce
from campaigns.domain.list_dates import MOST_PROMISES, dates_of
from campaigns.enums import NewsEvent, PledgeState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
LINK = "https://ess.test/recu/"
ALL = Q()


def found(pledges: Q = ALL):
    return {entry.uid: entry for entry in dates_of(pledges, LINK)}


def test_the_last_days_to_act_and_to_deliver(make_pledge):
    pledge = make_pledge(delivery_due_on=date(2027, 2, 3))
    end, due = dates_of(ALL, LINK)
    assert end.uid == f"promise-{pledge.pk}-end"
    assert (end.starts, end.ends) == (timezone.localdate(pledge.ends_at), None)
    assert end.summary == "Dernier jour pour agir\xa0: Deux kilos"
    assert (due.uid, due.starts) == (f"promise-{pledge.pk}-due", date(2027, 2, 3))
    assert due.summary == "Dernier jour de livraison\xa0: Coop La Fourche, pour Épicerie du Pont"
    assert {(one.sequence, one.url, one.changed_at) for one in (end, due)} == {
        (0, LINK, pledge.activated_at)
    }
    with override("en"):
        assert dates_of(ALL, LINK)[0].summary == "Last day to act: Deux kilos"


def test_each_piece_of_news_raises_the_sequence_and_an_outcome_has_its_day(make_pledge):
    pledge = make_pledge()
    announce(pledge, NewsEvent.ACTIVATED)
    due = f"promise-{pledge.pk}-due"
    assert found()[due].sequence == 0
    announce(pledge, NewsEvent.EXPIRED)
    assert (found()[due].sequence, len(found())) == (1, 2)
    announce(pledge, NewsEvent.LATE)
    pledge.state = PledgeState.LATE
    pledge.save()
    late = pledge.announcements.get(event=NewsEvent.LATE)
    entries = found()
    assert entries[due].sequence == 2
    assert entries[due].changed_at == late.happened_at
    assert entries[due].summary.startswith("En retard\xa0:")
    outcome = entries[f"news-{late.pk}"]
    assert (outcome.sequence, outcome.starts) == (0, timezone.localdate(late.happened_at))
    assert LINK in outcome.description


@pytest.mark.parametrize(
    ("state", "words"), [(PledgeState.SETTLED, "Tenu"), (PledgeState.BROKEN, "Non tenu")]
)
def test_how_it_ended(make_pledge, state, words):
    pledge = make_pledge(state=state)
    assert found()[f"promise-{pledge.pk}-due"].summary.startswith(f"{words}\xa0:")


def test_an_amendment_moves_the_same_days(make_pledge, signed, admin):
    old = make_pledge()
    announce(old, NewsEvent.ACTIVATED)
    before = found()[f"promise-{old.pk}-due"]
    due_on = old.delivery_due_on + timedelta(days=10)
    new = signed(replaces=old, version=2, meter=old.meter, delivery_due_on=due_on)
    assert found()[f"promise-{old.pk}-due"].starts == before.starts  # Signed, not in force.
    activate_pledge(admin, new)
    for pledges in (ALL, Q(pk=old.pk), Q(pk=new.pk)):
        after = found(pledges)
        assert set(after) == {f"promise-{old.pk}-end", f"promise-{old.pk}-due"}
        assert after[f"promise-{old.pk}-due"].starts == due_on
        assert after[f"promise-{old.pk}-due"].sequence > before.sequence


def test_promises_that_nobody_may_see_and_none(make_pledge):
    make_pledge(state=PledgeState.PROPOSED)
    assert found() == {}
    assert found(Q(pk__in=())) == {}


def test_queries_do_not_grow_with_promises(make_pledge, django_assert_num_queries):
    for count in (1, 3):
        while len(found()) < 2 * count:
            announce(make_pledge(), NewsEvent.ACTIVATED)
        with django_assert_num_queries(2):
            dates_of(ALL, LINK)


def test_there_are_not_too_many(make_pledge, monkeypatch):
    assert MOST_PROMISES == 50
    monkeypatch.setattr("campaigns.domain.list_dates.MOST_PROMISES", 1)
    make_pledge()
    make_pledge()
    assert len(found()) == 2
