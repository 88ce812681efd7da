"""Campaigns are on the menu as soon as there is one."""

import pytest

from campaigns.domain.menu_acts import MENU_ACTS, newest_campaign

pytestmark = pytest.mark.django_db


def addresses() -> dict[str, str]:
    return {act.key: act.look() for act in MENU_ACTS}


def test_without_a_campaign(house):
    assert set(addresses().values()) == {""}


def test_the_newest_one(make_campaign):
    make_campaign("Old")
    page = make_campaign("New")
    make_campaign("Draft", live=False)
    assert newest_campaign() == (page.url, page.meter.key)
    found = addresses()
    assert (found["click"], found["share"]) == (page.url, f"{page.url}#partager")
    assert page.meter.key in found["follow"]
    assert page.meter.key in found["widget"]
