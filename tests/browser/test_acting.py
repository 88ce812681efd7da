"""Acting on the campaign's page, and the calls to action under a film."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from portal.demo.scripts import BY_SLUG
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import FILM, PAGES
from tests.browser.player import Player
from tests.browser.pressing import press_without_scripts
from tests.browser.site import LiveSite, wait_until

LENGTH_S = BY_SLUG[FILM].duration_s


@pytest.fixture
def counted(site: LiveSite) -> Callable[[str], int]:
    """Return how many acts of a kind the public counter of the demo's campaign shows."""
    found = re.search(r'data-meter="([0-9a-f]{16})"', site.get(PAGES["campaign"]))
    assert found

    def counted(kind: str) -> int:
        return json.loads(site.get(f"/state/{found[1]}.json"))["by_kind"].get(kind, 0)

    return counted


def call(page: Page, act: str):
    return page.locator(f".call--{act}")


def test_a_click_moves_the_counter(new_context, counted):
    page, before = new_context().new_page(), counted("click")
    page.goto(PAGES["campaign"])
    shown = page.locator("potager-counter [data-part=tally]").first
    tally = shown.text_content()
    button = page.locator(".band > act-button")
    button.get_by_role("button").click()
    expect(button.get_by_role("status")).to_contain_text("Compté")
    expect(shown).not_to_have_text(tally or "")
    assert counted("click") == before + 1
    button.get_by_role("link", name="Voir mon reçu").click()
    page.wait_for_url("**/recu/**")
    assert axe_faults(page) == []
    assert layout_faults(page) == []


def test_a_click_without_scripts(new_context, counted):
    page, before = new_context(java_script_enabled=False).new_page(), counted("click")
    page.goto(PAGES["campaign"])
    press_without_scripts(page.locator(".band > act-button").get_by_role("button"))
    page.wait_for_url("**/recu/**")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    wait_until(lambda: counted("click") == before + 1, "the public counter shows the click")


def test_calls_come_at_their_moments(new_context, film_page: str, counted):
    context: BrowserContext = new_context()
    page = context.new_page()
    page.goto(film_page)
    for act in ("share", "click", "give"):
        expect(call(page, act)).to_be_hidden()
    player = Player(page)
    player.start()
    # Half of a short film is a view: thanks and the first call come while it still plays.
    expect(page.locator(".calls__thanks")).to_contain_text(re.compile("Vous venez de donner 2.kg"))
    expect(call(page, "share")).to_be_visible()
    expect(page.locator("call-stage [role=status]").last).to_contain_text("donner")
    assert ".." not in page.locator("call-stage [role=status]").last.inner_text()
    assert player.ask("document.activeElement.closest('call-stage')") is None
    expect(call(page, "click")).to_be_hidden()
    player.await_that("video.ended")
    for act in ("click", "give"):
        expect(call(page, act)).to_be_visible()
    assert axe_faults(page) == []
    assert layout_faults(page, "call-stage") == []
    call(page, "share").get_by_role("link").click()
    expect(page.locator("#partager")).to_be_in_viewport()
    call(page, "click").get_by_role("button", name=re.compile("^Je donne")).click()
    expect(call(page, "click").get_by_role("status")).to_contain_text("Compté")
    call(page, "give").get_by_role("button").click()
    expect(call(page, "give")).to_have_count(0)
    expect(page.locator(".calls__list")).to_be_focused()
    page.reload()
    Player(page).start()
    page.locator("potager-player video").evaluate(f"video => video.currentTime = {LENGTH_S - 0.5}")
    expect(call(page, "click")).to_be_visible()
    # Put off in this tab, and who has not given since is not called as a giver either.
    expect(call(page, "give")).to_be_hidden()


def test_calls_without_scripts(new_context, film_page: str):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(film_page)
    for act in ("share", "click"):
        expect(call(page, act)).to_be_visible()
    # Whoever has given is unknown here.
    expect(call(page, "give")).to_be_hidden()
    call(page, "share").get_by_role("link").click()
    expect(page.locator("#partager").get_by_role("link", name="Mastodon")).to_be_in_viewport()
    call(page, "click").get_by_role("button", name=re.compile("^Je donne")).click()
    page.wait_for_url("**/geste/**")
    expect(page.locator("main form").get_by_role("button")).to_be_visible()
