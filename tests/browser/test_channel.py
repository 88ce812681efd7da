"""The channel as viewers see it: all at the same second, one film after the other, by itself."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import FILM_PATH, LIVES_PATH
from tests.browser.player import Player
from tests.browser.site import LiveSite, wait_until
from tests.browser.test_counting import NOTE_ANSWERS, answers

# How far a viewer is behind the server's clock, from what the page says alone.
BEHIND_S = """film => {
  const begins = Date.parse(film.dataset.begins);
  return (Date.now() - begins) / 1000 - film.querySelector("video").currentTime;
}"""

WHERE = "film => [film.dataset.begins, film.querySelector('video').currentTime]"
NEAR = timedelta(seconds=0.25)


def behind_s(page: Page) -> float:
    return page.locator("common-film").evaluate(BEHIND_S)


def begins(page: Page) -> str:
    return page.locator("common-film").get_attribute("data-begins") or ""


@pytest.fixture(scope="module")
def channel(site: LiveSite, film_page: str) -> Iterator[str]:
    """The list of lives, with two short films on its channel."""
    site.seed("fill_channel()")
    yield LIVES_PATH
    site.seed("empty_channel()")


def join(page: Page) -> Player:
    page.goto(LIVES_PATH)
    player = Player(page)
    player.start()
    return player


def test_two_viewers_see_the_same_second(new_context, channel):
    first, second = (new_context().new_page() for _ in range(2))
    for page in (first, second):
        join(page)
    wait_until(
        lambda: all(abs(behind_s(page)) < 0.25 for page in (first, second)),
        "both are at the common second",
    )
    assert begins(first) == begins(second)
    expect(first.locator(".common-film__back")).to_be_hidden()


def test_a_computer_that_is_minutes_off_sees_it_too(new_context, channel):
    page = new_context().new_page()
    page.clock.install(time=datetime.now(UTC) + timedelta(minutes=7))
    join(page)

    def is_with_all() -> bool:
        asked = datetime.now(UTC)
        at, second = page.locator("common-film").evaluate(WHERE)
        heard = datetime.now(UTC)
        there = datetime.fromisoformat(at) + timedelta(seconds=second)
        return asked - NEAR <= there <= heard + NEAR

    wait_until(is_with_all, "it is at the common second")


def test_the_next_film_comes_by_itself(new_context, channel):
    page = new_context().new_page()
    join(page)
    page.evaluate("window.isTheSame = true")
    before, title = begins(page), page.locator("#channel-title").inner_text()
    following = page.locator(".common-film__next strong").inner_text()
    expect(page.locator("common-film")).not_to_have_attribute("data-begins", before)
    expect(page.locator("#channel-title")).to_have_text(following)
    assert following != title
    player = Player(page)
    player.await_that("!video.paused && video.currentTime > 0.5")
    wait_until(lambda: abs(behind_s(page)) < 0.25, "it is at the common second again")
    assert page.evaluate("window.isTheSame")


def test_nobody_gets_ahead_and_a_button_leads_back(new_context, channel):
    page = new_context().new_page()
    player = join(page)
    back = page.locator(".common-film__back")
    player.ask("video.currentTime = video.duration")
    player.await_that("!video.seeking")
    assert behind_s(page) > -0.6
    player.ask("video.pause()")
    expect(back).to_be_visible()
    back.click()
    player.await_that("!video.paused && !video.seeking")
    wait_until(lambda: abs(behind_s(page)) < 0.25, "it is at the common second again")
    expect(back).to_be_hidden()


def test_a_view_counts_as_on_the_films_own_page(new_context, site, channel):
    context = new_context()
    context.add_init_script(NOTE_ANSWERS)
    page = context.new_page()
    found = re.search(r'data-meter="([0-9a-f]{16})"', site.get(FILM_PATH))
    join(page)
    assert page.locator("potager-player").get_attribute("data-meter") == found[1]
    # Who joins in the middle has seen half of a film at the end of the next one.
    wait_until(lambda: bool(answers(page)), "the view has counted")
    [[name, answer]] = answers(page)[:1]
    assert (name, answer["verdict"]) == ("potager:counted", "counted")


def test_without_scripts_it_says_what_is_on(new_context, channel):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(LIVES_PATH)
    link = page.locator("#channel-title a")
    expect(link).to_have_attribute("href", re.compile(r"/\?t=\d+$"))
    expect(page.locator(".common-film__next")).to_contain_text("heure de Paris")
    link.click()
    expect(page.locator("potager-player video")).to_be_visible()


def test_it_is_for_everybody(page: Page, channel):
    page.set_viewport_size({"width": 390, "height": 844})
    join(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe_faults(page) == []
    assert layout_faults(page) == []
