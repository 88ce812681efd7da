"""Campaigns are on the menu as soon as there is one."""

import pytest
from django.utils import timezone

from audience.domain.count_shares import SharePress, count_shares
from audience.domain.people import COOKIE, person_of_cookie
from audience.models import ShareCode
from campaigns.domain.menu_acts import MENU_ACTS, newest_campaign
from campaigns.menu_of_acts import Here

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


def test_here_the_campaign_of_the_page_is_meant(make_campaign):
    page = make_campaign("Old")
    make_campaign("New")
    here = Here(page.url, {"campaign": page.meter.key})
    found = {act.key: act.look_here(here) for act in MENU_ACTS}
    assert found == {
        "click": page.url,
        "share": f"{page.url}#partager",
        "follow": f"/suivre/campagne/{page.meter.key}/",
        "widget": f"/vignette/{page.meter.key}/",
        "posters": f"{page.url}#partager",
    }
    assert {act.look_here(Here()) for act in MENU_ACTS} == {""}
    # A key that no campaign has: somebody's project counts likes under such a key.
    other = Here(subjects={"campaign": "0" * 16})
    assert {act.look_here(other) for act in MENU_ACTS} == {""}


def test_who_did_it_today_is_known_by_their_cookie(make_campaign, act):
    page, other = make_campaign("Old"), make_campaign("New")
    click, share, *_rest = MENU_ACTS
    cookies = {COOKIE: "c" * 22}
    person = person_of_cookie(cookies[COOKIE])
    act(meter_key=page.meter.key, person=person)
    here = Here(subjects={"campaign": page.meter.key})
    assert click.was_done(here, cookies)
    assert not click.was_done(here, {})
    assert not click.was_done(Here(subjects={"campaign": other.meter.key}), cookies)
    assert not click.was_done(Here(), cookies)  # The newest one is meant.
    assert not share.was_done(here, cookies)
    code = ShareCode.objects.filter(key=str(page.pk)).first()
    count_shares([SharePress(code.code, timezone.localdate(), person)])
    assert share.was_done(here, cookies)
    assert not share.was_done(here, {COOKIE: "forged"})
