"""What became of an act: its own promises, since it was made."""

import pytest

from campaigns.domain.announce import announce
from campaigns.domain.show_fate import fate_of, pledges_of_act
from campaigns.domain.show_receipt import receipt_of
from campaigns.enums import NewsEvent
from campaigns.models import Announcement, Pledge

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def receipt(outcome, house):
    return receipt_of(outcome.nonce, house.home.locale_id)


def headlines(shown):
    return [news.announcement.event for news in fate_of(shown)]


def test_since_the_act_the_newest_first(make_pledge, act, house):
    pledge = make_pledge()
    announce(pledge, NewsEvent.ACTIVATED)
    [outcome] = act()
    shown = receipt(outcome, house)
    assert headlines(shown) == []
    announce(pledge, NewsEvent.EXPIRED)
    announce(pledge, NewsEvent.LATE)
    assert headlines(shown) == ["late", "expired"]
    assert len(fate_of(shown, most=1)) == 1


def test_of_what_it_gave_alone(make_pledge, act, house):
    mine = make_pledge()
    other = make_pledge([{"kind": "base", "quantity": 5}])
    [outcome] = act()
    shown = receipt(outcome, house)
    announce(other, NewsEvent.LATE)
    assert headlines(shown) == []
    assert list(Pledge.objects.filter(pledges_of_act(shown))) == [mine]


def test_a_voice_is_for_all_promises_of_its_campaign(make_pledge, act, house, meter):
    pledge = make_pledge([{"kind": "base", "quantity": 5}])
    [outcome] = act()
    shown = receipt(outcome, house)
    assert shown.lines == ()
    announce(pledge, NewsEvent.EXPIRED)
    assert headlines(shown) == ["expired", "capped"]


def test_nothing_becomes_of_a_refused_act(make_pledge, act, house):
    pledge = make_pledge()
    act(person="zoe")
    [outcome] = act(person="zoe")
    announce(pledge, NewsEvent.EXPIRED)
    shown = receipt(outcome, house)
    assert headlines(shown) == []
    assert not Pledge.objects.filter(pledges_of_act(shown)).exists()


def test_after_an_amendment_both_versions_are_told(make_pledge, act, house, signed, admin):
    from campaigns.domain.activate_pledge import activate_pledge

    old = make_pledge()
    [outcome] = act()
    new = activate_pledge(admin, signed(replaces=old, version=2, meter=old.meter))
    announce(new, NewsEvent.EXPIRED)
    shown = receipt(outcome, house)
    told = Announcement.objects.filter(pk__in=[one.announcement.pk for one in fate_of(shown)])
    assert set(told.values_list("event", flat=True)) == {"amended", "expired"}
