"""The next act in a page: read from the request, one component for all pages of thanks."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from audience.domain.people import COOKIE, person_of_cookie

pytestmark = pytest.mark.django_db
HELD = "c" * 22


def shown(campaign, done: str = "share", cookie: str = "") -> str:
    request = RequestFactory().get("/")
    if cookie:
        request.COOKIES[COOKIE] = cookie
    page = Template('{% include "campaigns/next_act.html" %}')
    about = {"done": done, "pass_on": campaign.url, "campaign_key": campaign.meter.key}
    return page.render(Context({**about, "request": request}))


def test_one_act_with_its_length(make_campaign):
    campaign = make_campaign()
    make_campaign("Plus récente")
    text = shown(campaign)
    assert text.count("<a ") == 1
    assert f'href="{campaign.url}"' in text
    assert "1 seconde" in text
    assert f'href="{campaign.url}#partager"' in shown(campaign, "click")


def test_who_acted_today_is_not_asked_again(make_campaign, act):
    campaign = make_campaign()
    act(meter_key=campaign.meter.key, person=person_of_cookie(HELD))
    assert f"/suivre/campagne/{campaign.meter.key}/" in shown(campaign, cookie=HELD)
    for cookie in ("d" * 22, "nonsense"):
        assert f'href="{campaign.url}"' in shown(campaign, cookie=cookie)


def test_without_a_request_or_anything_to_do(house):
    page = Template("{% load next_acts %}{% next_act 'click' as next %}{{ next.act.key }}")
    assert page.render(Context({})) == "ambassador"
