"""Who asks, and how the answer is told."""

import pytest
from asgiref.sync import async_to_sync

from audience.domain.count_acts import Outcome
from audience.domain.receive import Ended
from audience.front.exchange import headers_for, language_of, receipt_of, request_of, told

METER = "0123456789abcdef"


def ask(form=None, method="POST", client=("192.0.2.7", 1), **headers):
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "headers": pairs, "client": client}
    return async_to_sync(request_of)(scope, METER, "click", form or {})


def test_what_a_request_says(clock):
    request = ask(
        {"token": "t", "par": "7k3m9q2r0x", "de": "www.blog.example"},
        host="localhost",
        user_agent="Firefox",
        sec_purpose="prefetch",
        cookie="geste=" + "c" * 22,
    )
    assert (request.meter_key, request.kind, request.method) == (METER, "click", "POST")
    assert (request.address, request.received_ms) == ("192.0.2.7", clock.ms)
    assert (request.token, request.came_by) == ("t", "7K3M9Q2R0X")
    assert request.site == "blog.example"
    assert (request.cookie, request.keeps_cookies, request.is_team) == ("c" * 22, True, False)
    assert request.headers["user-agent"] == "Firefox"
    assert request.headers["sec-purpose"] == "prefetch"


def test_who_brought_somebody_without_scripts_stands_in_the_page_before():
    page = "http://localhost/campagnes/?t=3&par=7K3M9Q2R0X"
    assert ask(host="localhost", referer=page).came_by == "7K3M9Q2R0X"
    assert ask({"par": ""}, host="localhost", referer=page).came_by == "7K3M9Q2R0X"
    assert ask({"par": "AAAAAAAAAA"}, host="localhost", referer=page).came_by == "AAAAAAAAAA"
    assert ask({"par": "<script>"}, host="localhost", referer=page).came_by == ""
    assert ask(host="elsewhere", referer=page).came_by == ""


def test_a_request_that_says_nothing():
    request = ask(client=None)
    assert (request.address, request.token, request.cookie) == ("", "", "")


def test_a_cookie_that_is_none_of_ours_is_dropped():
    assert ask(cookie="geste=<script>").cookie == ""


def test_the_page_of_another_site_keeps_no_cookies():
    assert not ask(host="localhost", origin="https://blog.example").keeps_cookies


def test_who_is_logged_in_is_the_team(client, admin):
    client.force_login(admin)
    assert ask(cookie=f"sessionid={client.cookies['sessionid'].value}").is_team
    assert not ask(cookie="sessionid=made-up").is_team


@pytest.mark.parametrize("is_secure", [True, False])
def test_the_cookie_is_for_this_site_alone(settings, is_secure):
    settings.SESSION_COOKIE_SECURE = is_secure
    headers = dict(headers_for(Ended(None, "abc")))
    assert headers["cache-control"] == "no-store"
    assert headers["set-cookie"].startswith("geste=abc; Max-Age=15552000; Path=/; HttpOnly;")
    assert ("; Secure" in headers["set-cookie"]) is is_secure
    assert "set-cookie" not in dict(headers_for(Ended(None)))


def test_how_it_ended():
    ended = Ended(Outcome("counted", "", 7, "n", [[1, 2000]]), gift="2 kg de légumes")
    assert told(ended, {"lang": "en"}) == {
        "verdict": "counted",
        "reason": "",
        "number": 7,
        "nonce": "n",
        "gifts": [[1, 2000]],
        "gift": "2 kg de légumes",
        "is_repeat": False,
        "receipt": "/recu/n/",
        "detail": "Counted. Thank you!",
    }
    assert receipt_of(Ended(Outcome("refused", "bot", None, None))) == ""


@pytest.mark.parametrize(
    ("lang", "language"), [("en", "en"), ("fr", "fr"), ("de", "fr"), ("", "fr")]
)
def test_languages(lang, language):
    assert language_of({"lang": lang}) == language
    assert language_of({}) == "fr"
