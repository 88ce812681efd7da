"""The words under the film follow it, are searched, and lead into it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from portal.demo.drawing import typeset
from portal.demo.scripts import BY_SLUG
from tests.browser.places import CHAPTERS, FILM
from tests.browser.player import Player

LINES = BY_SLUG[FILM].lines()


@pytest.fixture
def words(page: Page, film_page: str) -> Locator:
    page.goto(film_page)
    return page.locator("potager-transcript")


def test_it_holds_every_line_under_its_chapter(words: Locator):
    said = words.locator(".transcript__words").all_text_contents()
    assert said == [typeset(line.text) for line in LINES]
    titles = words.locator(".transcript__chapter").all_text_contents()
    assert [" ".join(title.split()[1:]) for title in titles] == [title for _, title in CHAPTERS]


def test_it_follows_the_film(words: Locator, page: Page):
    player = Player(page)
    player.start()
    for line in LINES[1:4]:
        player.pause_at(line.start_s + 0.3)
        expect(words.locator("[aria-current]")).to_contain_text(typeset(line.text))
        expect(words.locator("[aria-current]")).to_have_count(1)


def test_a_click_on_a_line_starts_the_film_there(words: Locator, page: Page):
    line = LINES[3]
    words.get_by_text(typeset(line.text)).click()
    player = Player(page)
    player.await_that(f"Math.abs(video.currentTime - {line.start_s}) < 2 && !video.seeking")
    player.await_advance(0.5)
    words.locator(".transcript__chapter").first.get_by_role("link").click()
    player.await_that("video.currentTime < 3 && !video.seeking")
    assert page.url.endswith(f"/{FILM}/")


def test_search_marks_and_counts_whatever_the_accents(words: Locator):
    field = words.get_by_role("searchbox")
    field.fill("ca rend")
    expect(words.locator("mark")).to_have_count(0)
    expect(words.locator("output")).not_to_be_empty()
    field.fill("MONNAIE")
    expect(words.locator("mark")).to_have_text(["monnaie", "monnaie"])
    expect(words.locator("output")).to_have_text("1 sur 2")
    field.press("Enter")
    expect(words.locator("output")).to_have_text("2 sur 2")
    expect(words.locator("mark[data-current]")).to_have_count(1)
    words.locator('[data-act="previous"]').click()
    expect(words.locator("output")).to_have_text("1 sur 2")
    field.fill("")
    expect(words.locator("mark")).to_have_count(0)


def test_arrows_go_from_line_to_line(words: Locator, page: Page):
    links = words.locator("[data-seek]")
    links.first.focus()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    player = Player(page)
    player.await_that("video.currentTime > 0 && !video.paused")
    page.keyboard.press("ArrowUp")
    expect(links.first).to_be_focused()
