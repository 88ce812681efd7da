"""In a flood people still ask: their browser does a sum, and who has no scripts waits their turn."""

import re
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from itertools import count
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import axe_faults, layout_faults
from tests.browser.site import LiveSite

BEFORE, DURING = "avant-le-flot", "pendant-le-flot"
MOST_SENT = 400
WORDS = "Et qui passe <la> serpillière ?"
_numbers = count(1)


def form_of(theme: str) -> str:
    return f"/themes/{theme}/poser/"


def network() -> str:
    """Return the address of a network that nobody has used yet."""
    number = next(_numbers)
    return f"198.{18 + number // 250}.{number % 250}.7"


class Sender:
    """A program that asks through the form, without a browser."""

    def __init__(self, site: LiveSite, theme: str) -> None:
        self.host = urlsplit(site.address).netloc
        self.form = form_of(theme)

    def page(self) -> str:
        return self._send("GET")[1]

    def ask(self, page: str, address: str) -> int:
        """Send the form on `page` from `address`, and return the status of the answer."""
        found = re.search(r'name="ticket" value="([^"]+)"', page)
        assert found, page
        form = urlencode({"ticket": found[1], "text": f"Encore une, la {next(_numbers)}e ?"})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": address}
        return self._send("POST", form, headers)[0]

    def _send(self, method: str, body: str = "", headers: Any = ()) -> tuple[int, str]:
        with closing(HTTPConnection(self.host)) as connection:
            connection.request(method, self.form, body, dict(headers))
            answer = connection.getresponse()
            return answer.status, answer.read().decode()


def flood(site: LiveSite, theme: str) -> Sender:
    """Send questions from many networks until the theme asks for a sum."""
    sender = Sender(site, theme)
    for _ in range(MOST_SENT):
        page = sender.page()
        if "data-sum" in page:
            return sender
        assert sender.ask(page, network()) == 302
    raise AssertionError(f"{MOST_SENT} questions are no flood")


@pytest.fixture(scope="module")
def themes(site: LiveSite) -> Iterator[None]:
    site.seed(f"add_themes({BEFORE!r}, {DURING!r})")
    yield
    site.seed(f"erase_questions({BEFORE!r}, {DURING!r})")


@pytest.fixture
def flooded(site: LiveSite, themes: None) -> Sender:
    return flood(site, DURING)


def field(page: Page):
    return page.get_by_label("Votre question")


def send(page: Page) -> None:
    page.get_by_role("button", name="Envoyer ma question").click()


@pytest.mark.usefixtures("themes")
def test_who_was_writing_when_it_came_sends_again_and_is_heard(new_context, site, watch):
    watch.allow("status of 429")
    address = network()
    page = new_context(extra_http_headers={"X-Forwarded-For": address}).new_page()
    page.goto(form_of(BEFORE))
    field(page).fill(WORDS)
    sender = flood(site, BEFORE)
    # Somebody of the same network has its question of this minute.
    assert sender.ask(sender.page(), address) == 302
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Appuyez de nouveau")
    expect(field(page)).to_have_value(WORDS)
    assert axe_faults(page) == []
    assert layout_faults(page) == []
    with page.expect_request(lambda one: one.method == "POST") as sent:
        send(page)
    page.wait_for_url("**/ma-question/**")
    expect(page.locator("blockquote")).to_have_text(WORDS)
    assert parse_qs(sent.value.post_data or "")["sum"][0]


@pytest.mark.usefixtures("flooded")
def test_who_comes_in_the_flood_does_the_sum_at_once(new_context):
    page = new_context(extra_http_headers={"X-Forwarded-For": network()}).new_page()
    for words in (WORDS, f"{WORDS} Et le seau ?"):
        page.goto(form_of(DURING))
        field(page).fill(words)
        send(page)
        page.wait_for_url("**/ma-question/**")
        expect(page.locator("blockquote")).to_have_text(words)


@pytest.mark.usefixtures("flooded")
def test_without_scripts_one_a_minute_from_a_network(new_context, watch):
    watch.allow("status of 429")
    home, school = network(), network()
    for address, words in ((home, WORDS), (school, f"{WORDS} Et le seau ?")):
        options = {"extra_http_headers": {"X-Forwarded-For": address}}
        page = new_context(java_script_enabled=False, **options).new_page()
        page.goto(form_of(DURING))
        field(page).fill(words)
        send(page)
        page.wait_for_url("**/ma-question/**")
        expect(page.locator("blockquote")).to_have_text(words)
    page.goto(form_of(DURING))
    field(page).fill("Une deuxième, tout de suite ?")
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("attendez une minute")
    expect(field(page)).to_have_value("Une deuxième, tout de suite ?")
