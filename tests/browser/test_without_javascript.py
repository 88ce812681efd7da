"""Everything that matters works in a browser that runs no script."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.demo.scripts import BY_SLUG
from tests.browser.places import CHRONICLE, FILM, PAGES
from tests.browser.player import Player


@pytest.fixture
def plain_page(new_context, film_page, chronicle_page, watch) -> Page:
    """A window without JavaScript, once the films are ready."""
    watch.allow(r"status of 404.*(nulle-part|nowhere)")
    return new_context(java_script_enabled=False).new_page()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_every_page_is_readable(plain_page: Page, path: str):
    plain_page.goto(path)
    expect(plain_page.get_by_role("heading", level=1)).to_be_visible()
    # Parts that only work with scripts must not stand there useless.
    expect(plain_page.locator("button:visible:not([type=submit])")).to_have_count(0)
    expect(plain_page.get_by_role("navigation").first.get_by_role("link")).to_have_count(3)


@pytest.mark.parametrize("slug", [FILM, CHRONICLE])
def test_the_film_plays_with_the_controls_of_the_browser(
    plain_page: Page, slug: str, film_page: str, chronicle_page: str
):
    plain_page.goto(film_page if slug == FILM else chronicle_page)
    player = Player(plain_page)
    assert player.ask("video.controls")
    player.video.focus()
    plain_page.keyboard.press("Space")
    player.await_advance(1)
    assert player.ask("video.currentSrc").endswith(".mp4")
    assert player.ask("video.duration") == pytest.approx(BY_SLUG[slug].duration_s, abs=0.3)


def test_captions_come_with_the_film(plain_page: Page, film_page: str):
    plain_page.goto(film_page)
    tracks = plain_page.locator("video track")
    described = tracks.evaluate_all("tracks => tracks.map(({kind, srclang}) => [kind, srclang])")
    assert described == [["captions", "fr"], ["subtitles", "en"], ["chapters", "fr"]]
    for number in range(len(described)):
        source = tracks.nth(number).get_attribute("src")
        answer = plain_page.request.get(source)
        assert answer.ok
        assert answer.text().startswith("WEBVTT")
    expect(plain_page.locator("track[default]")).to_have_attribute("srclang", "fr")


def test_the_file_is_sent_in_ranges(plain_page: Page, film_page: str):
    plain_page.goto(film_page)
    source = plain_page.locator('video source[type="video/mp4"]').get_attribute("src")
    answer = plain_page.request.get(source, headers={"Range": "bytes=100-199"})
    assert answer.status == 206
    assert len(answer.body()) == 100
    assert re.fullmatch(r"bytes 100-199/\d+", answer.headers["content-range"])


def test_the_words_of_the_film_are_there_with_addresses(plain_page: Page, film_page: str):
    plain_page.goto(film_page)
    link = plain_page.locator(".transcript__link").nth(1)
    expect(link).to_be_visible()
    link.click()
    expect(plain_page).to_have_url(re.compile(rf"{film_page}\?t=\d+$"))


def test_search_answers(plain_page: Page):
    plain_page.goto("/search/")
    plain_page.get_by_role("searchbox").fill("poireau")
    plain_page.get_by_role("button", name="Rechercher").click()
    expect(plain_page.locator(".result").first).to_contain_text("poireau", ignore_case=True)


def test_one_gets_from_the_front_page_to_a_film(plain_page: Page):
    plain_page.goto("/")
    plain_page.get_by_role("link", name="Émissions").click()
    plain_page.get_by_role("link", name="Les bonnes excuses").first.click()
    plain_page.get_by_role("link", name=BY_SLUG[FILM].title).click()
    expect(plain_page.locator("video")).to_be_visible()
