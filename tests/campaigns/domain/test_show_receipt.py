"""The receipt: what an act gave, and what has become of it."""

import pytest

from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.show_receipt import campaign_of, receipt_of
from campaigns.enums import PledgeState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_counted_act(make_pledge, act, house):
    pledge = make_pledge()
    [outcome] = act()
    receipt = receipt_of(outcome.nonce, house.home.locale_id)
    assert (receipt.is_counted, receipt.is_waiting, receipt.act.number) == (True, False, 1)
    [line] = receipt.lines
    assert (line.pledge, line.gift, line.is_delivered) == (pledge, "2\xa0kg de légumes", False)


def test_later_it_says_delivered(make_pledge, act, house):
    pledge = make_pledge()
    [outcome] = act()
    pledge.state = PledgeState.SETTLED
    pledge.save()
    [line] = receipt_of(outcome.nonce, house.home.locale_id).lines
    assert line.is_delivered


def test_after_an_amendment_it_follows_the_version_in_force(make_pledge, act, house, admin, signed):
    old = make_pledge()
    [outcome] = act()
    new = signed(replaces=old, version=2, meter=old.meter)
    [line] = receipt_of(outcome.nonce, house.home.locale_id).lines
    assert line.pledge == old  # Signed, but not in force yet.
    new = activate_pledge(admin, new)
    new.state = PledgeState.SETTLED
    new.save()
    [line] = receipt_of(outcome.nonce, house.home.locale_id).lines
    assert (line.pledge, line.is_delivered, line.gift) == (new, True, "2\xa0kg de légumes")


def test_an_act_that_waits(make_pledge, act, house, settings):
    settings.ACTS_PER_NETWORK = 0
    [outcome] = act()
    receipt = receipt_of(outcome.nonce, house.home.locale_id)
    assert (receipt.is_counted, receipt.is_waiting, receipt.lines) == (False, True, ())


def test_an_act_that_was_refused_says_why(make_pledge, act, house):
    act(person="zoe")
    [outcome] = act(person="zoe")
    receipt = receipt_of(outcome.nonce, house.home.locale_id)
    assert not receipt.is_counted
    assert "demain" in receipt.sentence


def test_nobody_acted_under_that_name(house):
    assert receipt_of("x" * 22, house.home.locale_id) is None


def test_the_campaign_in_the_readers_language(make_campaign, translate, english):
    page = make_campaign()
    copy = translate(page, title="Two kilos")
    assert copy.meter_id == page.meter_id
    assert campaign_of(page.meter_id, page.locale_id) == page
    assert campaign_of(page.meter_id, english.pk) == copy


def test_a_draft_is_not_shown(make_campaign):
    page = make_campaign(live=False)
    assert campaign_of(page.meter_id, page.locale_id) is None


def test_how_it_ended_in_a_few_words(make_pledge, act, house):
    make_pledge()
    [outcome] = act(person="zoe")
    receipt = receipt_of(outcome.nonce, house.home.locale_id)
    assert (receipt.headline, receipt.menu_key) == ("Donné en votre nom", "click")
    assert receipt.settled_at == receipt.act.received_at
    [outcome] = act(person="zoe", kind="view")
    assert receipt_of(outcome.nonce, house.home.locale_id).menu_key == "watch"
    [outcome] = act(person="zoe")
    assert receipt_of(outcome.nonce, house.home.locale_id).headline == "Pas compté"
