"""A premiere as viewers see it: it begins by itself, at the same second for all, and not before."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import PREMIERE_PATH, PREMIERED, PREMIERED_PATH
from tests.browser.player import Player
from tests.browser.site import LiveSite, wait_until
from tests.browser.test_channel import behind_s
from tests.media import clips

pytestmark = pytest.mark.usefixtures("own_lives")
FAR = timedelta(hours=3)
LENGTH_S = 180


@pytest.fixture(scope="module")
def premiered(site: LiveSite, tmp_path_factory) -> str:
    """The film's own page, once its film plays."""
    source = clips.film(
        tmp_path_factory.mktemp("premiere"), "long.mp4", rate="10", duration_s=LENGTH_S
    )
    site.seed(f"give_source({PREMIERED!r}, {str(source)!r})")
    site.await_film(PREMIERED_PATH)
    return PREMIERED_PATH


@pytest.fixture
def announce(site: LiveSite, premiered: str):
    """Announce the premiere in so many seconds, or again at another hour."""

    def announce(in_s: float) -> None:
        begins = (datetime.now(UTC) + timedelta(seconds=in_s)).isoformat()
        site.seed(f"announce_premiere({begins!r})")
        # It was announced beside the site, which learns of it a quarter of a minute later.
        wait_until(lambda: begins in site.get(PREMIERE_PATH), "the hour is announced")

    yield announce
    site.seed("forget_premiere()")


def state(page: Page) -> str:
    return page.locator("article[data-state]").get_attribute("data-state") or ""


def test_before_it_nobody_can_watch(page: Page, site: LiveSite, announce, premiered, watch):
    watch.allow("status of 404")
    announce(FAR.total_seconds())
    wait_until(lambda: "pour la première fois" in site.get(premiered), "the film is held back")
    page.goto(premiered)
    expect(page.locator(".player__wait")).to_contain_text("pour la première fois")
    expect(page.locator(".player__start")).to_be_hidden()
    page.get_by_role("link", name="Le voir à sa première").click()
    page.wait_for_url(f"**{PREMIERE_PATH}")
    expect(page.locator(".countdown__left")).to_be_visible()
    address = page.evaluate(
        "document.querySelector('template[data-part=premiere]').content"
        ".querySelector('potager-player').dataset.hls"
    )
    assert re.match(r"/v/\w+/open/", address)
    assert page.request.get(address).status == 404


def test_it_begins_by_itself_for_two_at_the_same_second(new_context, announce):
    announce(60)
    first, second = (new_context().new_page() for _ in range(2))
    for page in (first, second):
        page.goto(PREMIERE_PATH)
        assert state(page) == "soon"
        page.evaluate("window.isTheSame = true")
    # The script above counts as theirs: whoever has touched the page is let in at once.
    for page in (first, second):
        expect(page.locator("common-film")).to_be_visible()
        Player(page).await_that("!video.paused && video.currentTime > 0.2")
    wait_until(
        lambda: all(abs(behind_s(page)) < 0.25 for page in (first, second)),
        "both are at the common second",
    )
    assert all(page.evaluate("window.isTheSame") for page in (first, second))
    assert state(first) == "on_air"


def test_who_comes_late_joins_and_sees_it_to_its_end(new_context, announce):
    announce(45 - LENGTH_S)
    page = new_context().new_page()
    page.goto(PREMIERE_PATH)
    player = Player(page)
    player.start()
    player.await_that(f"video.currentTime > {LENGTH_S - 45}")
    wait_until(lambda: abs(behind_s(page)) < 0.25, "it is at the common second")
    player.ask("video.currentTime = video.duration")
    player.await_that("!video.seeking")
    assert behind_s(page) > -0.6
    player.ask("video.pause()")
    back = page.locator(".common-film__back")
    expect(back).to_be_visible()
    back.click()
    expect(back).to_be_hidden()
    expect(page.locator("article[data-state=replay]")).to_be_visible()
    Player(page).start()


def test_without_scripts(new_context, announce):
    announce(-10)
    page = new_context(java_script_enabled=False).new_page()
    page.goto(PREMIERE_PATH)
    assert state(page) == "on_air"
    source = page.locator("potager-player source").first
    expect(source).to_have_attribute("src", re.compile(r"\.mp4#t=\d+$"))
    expect(page.locator(".live-theme textarea").first).to_be_visible()


@pytest.mark.parametrize("in_s", [FAR.total_seconds(), -10])
def test_it_is_for_everybody(page: Page, announce, in_s):
    announce(in_s)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(PREMIERE_PATH)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe_faults(page) == []
    assert layout_faults(page) == []
