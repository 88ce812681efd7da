"""Every type of page: for everybody, on every screen, in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import PAGES
from tests.browser.watch import Watch

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())


@pytest.fixture(autouse=True)
def _films(film_page, chronicle_page, watch: Watch) -> None:
    """The films are there, and the one console error allowed is that of the page not found."""
    watch.allow(r"status of 404.*(nulle-part|nowhere)")


@every_page
def test_a_page_is_for_everybody(page: Page, path: str):
    """axe finds nothing in light and dark, nothing scrolls sideways or is too small to hit."""
    page.goto(path)
    language = "en" if path.startswith("/en/") else "fr"
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert axe_faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe_faults(page) == []
    assert layout_faults(page) == []


def test_the_language_link_leads_to_the_same_page_in_english(page: Page):
    page.goto("/emissions/")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/programmes/$"))
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(re.compile(r"/emissions/$"))


def test_the_menu_marks_where_one_is(page: Page):
    page.goto("/")
    page.get_by_role("link", name="Émissions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Émissions")
    expect(page.locator(".masthead [aria-current=page]")).to_have_text("Émissions")


def test_search_finds_the_episode_by_the_beginning_of_a_word(page: Page):
    page.goto("/")
    page.get_by_role("link", name="Rechercher").click()
    page.get_by_role("searchbox").fill("monn")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Je n’ai pas de monnaie sur moi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je n’ai pas de monnaie sur moi")


def test_a_page_that_is_not_there_leads_on(page: Page):
    answer = page.goto("/nulle-part/")
    assert answer is not None
    assert answer.status == 404
    page.locator("main").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"//[^/]+/$"))


def test_pages_of_a_motionless_reader_do_not_move(new_context):
    page = new_context(reduced_motion="reduce").new_page()
    page.goto("/")
    assert (
        page.evaluate(
            "document.getAnimations().filter(({playState}) => playState === 'running').length"
        )
        == 0
    )
