"""Collecting is on the menu while there is something to collect for."""

import pytest
from django.core.cache import cache

from fundraising.menu_acts import MENU_ACTS, page_to_open, pages_to_give_to

pytestmark = pytest.mark.django_db


def test_nothing_to_collect_for():
    assert {act.look() for act in MENU_ACTS} == {""}


def test_a_fund_is_opened_and_a_page_for_it(fund, make_page_of):
    assert (page_to_open(), pages_to_give_to()) == ("/collectes/ouvrir/", "")
    make_page_of()
    cache.clear()
    assert pages_to_give_to() == "/collectes/"
    fund.is_open = False
    fund.save()
    cache.clear()
    assert (page_to_open(), pages_to_give_to()) == ("", "/collectes/")


def test_both_are_on_the_menu(fund, make_page_of, client):
    make_page_of()
    menu = client.get("/agir/").content.decode()
    assert 'href="/collectes/"' in menu
    assert 'href="/collectes/ouvrir/"' in menu
