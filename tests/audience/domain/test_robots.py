"""Who is not a person."""

import pytest

from audience.domain.robots import reason_against
from audience.enums import Reason

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
CUBOT = (
    "Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 20) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0 Mobile Safari/537.36"
)


@pytest.mark.parametrize("browser", [FIREFOX, SAFARI, CUBOT])
def test_people(browser):
    assert reason_against({"user-agent": browser}) is None


@pytest.mark.parametrize(
    "program",
    [
        "",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "facebookexternalhit/1.1",
        "WhatsApp/2.23.20.0",
        "TelegramBot (like TwitterBot)",
        "http.rb/5.1.1 (Mastodon/4.2.0; +https://mastodon.example/)",
        "curl/8.5.0",
        "python-requests/2.32",
        "Mozilla/5.0 (X11; Linux) HeadlessChrome/126.0 Safari/537.36",
    ],
)
def test_robots_and_link_previews(program):
    assert reason_against({"user-agent": program}) == Reason.BOT


@pytest.mark.parametrize(
    "headers",
    [
        {"purpose": "prefetch"},
        {"sec-purpose": "prefetch"},
        {"sec-purpose": "prefetch;prerender"},
        {"sec-purpose": "Prerender"},
        {"x-purpose": "prefetch"},
        {"x-moz": "prefetch"},
    ],
)
def test_browsers_that_load_in_advance(headers):
    assert reason_against({"user-agent": FIREFOX, **headers}) == Reason.PREFETCH
