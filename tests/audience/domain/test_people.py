"""Telling people apart, by their cookie or for a day by their browser; never by an address."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audience.domain.people import (
    cookie_for,
    daily_secret,
    destroy_daily_keys,
    is_cookie,
    network_of,
    person_of_browser,
    person_of_cookie,
)
from audience.models import DailyKey

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 9, day) for day in (21, 22, 23))
METER = "0123456789abcdef"


@given(st.text(max_size=40))
def test_the_cookie_of_an_act_is_always_the_same(nonce):
    assert cookie_for(nonce) == cookie_for(nonce)
    assert is_cookie(cookie_for(nonce))
    assert person_of_cookie(cookie_for(nonce)) not in (cookie_for(nonce), nonce)


@pytest.mark.parametrize("value", ["", "a" * 21, "a" * 23, "a" * 21 + " ", "a" * 21 + "é"])
def test_what_is_no_cookie_of_ours(value):
    assert not is_cookie(value)


def test_two_browsers_behind_one_address_are_two_people():
    one, other = (person_of_browser("192.0.2.7", name, MONDAY) for name in ("Firefox", "Safari"))
    assert one != other
    assert one == person_of_browser("192.0.2.200", "Firefox", MONDAY)
    assert one != person_of_browser("192.0.3.7", "Firefox", MONDAY)


def test_a_browser_is_forgotten_the_next_day():
    days = {person_of_browser("192.0.2.7", "Firefox", day) for day in (MONDAY, TUESDAY)}
    assert len(days) == 2


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("192.0.2.7", "192.0.2.99", True),
        ("192.0.2.7", "192.0.3.7", False),
        ("192.0.2.7", "::ffff:192.0.2.8", True),
        ("2001:db8:1:2::1", "2001:db8:1:ffff::1", True),
        ("2001:db8:1::1", "2001:db8:2::1", False),
        ("", "unknown", False),
    ],
)
def test_networks(one, other, is_same):
    assert (network_of(one, METER, MONDAY) == network_of(other, METER, MONDAY)) is is_same


def test_a_network_has_another_name_for_each_meter():
    assert network_of("192.0.2.7", METER, MONDAY) != network_of("192.0.2.7", "f" * 16, MONDAY)


def test_the_key_of_a_day_is_made_once():
    secret = daily_secret(MONDAY)
    daily_secret.cache_clear()
    assert daily_secret(MONDAY) == secret != daily_secret(TUESDAY)
    assert len(secret) == 32
    assert DailyKey.objects.count() == 2


def test_keys_are_destroyed_after_a_day():
    before = person_of_browser("192.0.2.7", "Firefox", MONDAY)
    daily_secret(TUESDAY)
    destroy_daily_keys(WEDNESDAY)
    assert list(DailyKey.objects.values_list("day", flat=True)) == [TUESDAY]
    assert person_of_browser("192.0.2.7", "Firefox", MONDAY) != before
