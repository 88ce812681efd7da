"""What the widget shows, and who is credited."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from audience.domain.tokens import SHOWN_AT_LEAST_MS, now_ms, read_token
from campaigns.domain.show_widget import widget_language, widget_of
from campaigns.enums import PledgeState
from campaigns.models import EmbedHost

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(make_campaign, make_pledge):
    page = make_campaign()
    make_pledge(meter=page.meter)
    return page


def host_of_token(widget) -> str:
    token = widget.token()
    return read_token(token, widget.meter.key, "click", now_ms() + SHOWN_AT_LEAST_MS).host


def test_a_campaign_with_its_promise(campaign):
    widget = widget_of(campaign.meter.key)
    assert (widget.campaign, widget.promise.unlocked, widget.takes_acts) == (campaign, 0, True)
    assert widget.token() != widget.token()


def test_an_open_host_is_credited_and_no_other(campaign):
    zoe = EmbedHost.objects.create(name="Zoé", address="https://zoe.example/")
    assert host_of_token(widget_of(campaign.meter.key, zoe.key)) == zoe.key
    EmbedHost.objects.update(is_open=False)
    for key in (zoe.key, "unknown123", "", "é\x01", "x" * 500):
        assert host_of_token(widget_of(campaign.meter.key, key)) == ""


def test_only_a_page_that_all_may_read(campaign):
    PageViewRestriction.objects.create(page=campaign, restriction_type="login")
    assert widget_of(campaign.meter.key) is None
    assert widget_of("0" * 16) is None


def test_the_promise_in_force_is_shown(campaign, make_pledge):
    earlier = timezone.now() - timedelta(days=9)
    make_pledge(meter=campaign.meter, state=PledgeState.AMENDED, starts_at=earlier, goods="choux")
    assert widget_of(campaign.meter.key).promise.pledge.goods == "légumes"


def test_no_promise_and_an_ended_one_have_no_button(make_campaign, make_pledge):
    page = make_campaign()
    assert (widget_of(page.meter.key).promise, widget_of(page.meter.key).takes_acts) == (
        None,
        False,
    )
    make_pledge(meter=page.meter, state=PledgeState.SETTLED)
    assert not widget_of(page.meter.key).takes_acts


@pytest.mark.parametrize(
    ("asked", "spoken"), [("fr", "fr"), ("en", "en"), ("", "fr"), ("de", "fr"), ("EN\x00", "fr")]
)
def test_languages(asked, spoken):
    assert widget_language(asked) == spoken
