"""From requests to acts."""

from datetime import UTC, datetime

import pytest

from audience.domain.people import cookie_for, person_of_browser, person_of_cookie
from audience.domain.plays import new_play
from audience.domain.receive import (
    ActRequest,
    new_cookie,
    objection_to,
    offer_of,
    receive_acts,
    view_of,
)
from audience.domain.tokens import new_token
from audience.enums import Reason, Verdict
from audience.models import Act

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"


@pytest.fixture
def ask(meter, clock):
    """Make a request to click, two seconds after the button was shown."""

    def ask(**values):
        token = new_token(meter.key, "click", values.pop("host", ""))
        return ActRequest(
            **{
                "meter_key": meter.key,
                "kind": "click",
                "method": "POST",
                "received_ms": clock.go(2),
                "address": "192.0.2.7",
                "headers": {"user-agent": FIREFOX},
                "token": token.text(),
                **values,
            }
        )

    return ask


def test_a_person_acts(ask, clock, meter):
    request = ask(host="blog", came_by="zoe")
    offer = offer_of(request)
    assert (offer.meter_key, offer.kind, offer.refusal) == (meter.key, "click", None)
    assert (offer.host, offer.came_by) == ("blog", "zoe")
    assert offer.received_at == datetime.fromtimestamp(clock.ms / 1000, UTC)
    assert offer.person == person_of_cookie(cookie_for(offer.nonce))
    assert new_cookie(request, offer) == cookie_for(offer.nonce)


def test_of_who_came_by_a_link_the_browser_is_known_for_the_day(ask):
    assert offer_of(ask()).browser == ""
    offer = offer_of(ask(came_by="7K3M9Q2R0X", site="blog.example"))
    assert offer.browser == person_of_browser("192.0.2.7", FIREFOX, offer.received_at.date())
    assert (offer.came_by, offer.site) == ("7K3M9Q2R0X", "blog.example")


def test_who_has_a_cookie_keeps_it(ask):
    request = ask(cookie="c" * 22)
    offer = offer_of(request)
    assert offer.person == person_of_cookie("c" * 22)
    assert new_cookie(request, offer) == ""


def test_where_no_cookie_is_kept_the_browser_stands_in(ask):
    request = ask(keeps_cookies=False, cookie="c" * 22)
    offer = offer_of(request)
    day = offer.received_at.date()
    assert offer.person == person_of_browser("192.0.2.7", FIREFOX, day)
    assert new_cookie(request, offer) == ""


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"method": "GET"}, Reason.NOT_A_POST),
        ({"method": "HEAD"}, Reason.NOT_A_POST),
        ({"headers": {"user-agent": FIREFOX, "sec-purpose": "prefetch"}}, Reason.PREFETCH),
        ({"headers": {"user-agent": "curl/8"}}, Reason.BOT),
        ({"headers": {}}, Reason.BOT),
        ({"is_team": True}, Reason.TEAM),
        ({"token": "made.up"}, Reason.TOKEN_FORGED),
        ({"token": "", "is_team": True}, Reason.TEAM),
    ],
)
def test_what_speaks_against_it_leaves_the_token_unused(ask, values, reason):
    request = ask(**values)
    offer = offer_of(request)
    assert (offer.refusal, offer.nonce, new_cookie(request, offer)) == (reason, None, "")
    if "token" not in values:
        assert objection_to(request) == reason


def test_acts_are_written(ask):
    first = ask()
    [ended, forged, nowhere] = receive_acts([first, ask(token="x"), ask(meter_key="f" * 16)])
    assert (ended.outcome.verdict, ended.outcome.number) == (Verdict.COUNTED, 1)
    assert ended.cookie == cookie_for(ended.outcome.nonce)
    assert (forged.outcome.reason, forged.cookie) == (Reason.TOKEN_FORGED, "")
    assert nowhere.outcome is None
    [again] = receive_acts([first])
    assert (again.outcome.is_repeat, again.cookie) == (True, ended.cookie)
    assert Act.objects.count() == 2


def test_a_view_is_named_by_its_play(ask, meter, clock):
    play = new_play(meter.key, "f" * 24, 60, clock.ms)
    offer = view_of(ask(kind="view", token="whatever"), play)
    assert (offer.kind, offer.nonce, offer.film, offer.refusal) == (
        "view",
        play.nonce,
        "f" * 24,
        None,
    )
    assert view_of(ask(kind="view", is_team=True), play).refusal == Reason.TEAM
