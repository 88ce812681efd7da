"""The measure of a page must itself see what it is there for."""

import pytest
from playwright.sync_api import Page

from tests.browser.looks import axe_faults, layout_faults

PLANTED = {
    "a picture without words": "<img src='/static/ui/icon.svg' width='40' height='40'>",
    "grey on white": "<p style='color: rgb(180, 180, 180)'>barely there</p>",
    "a button without a name": "<button><span></span></button>",
}


@pytest.fixture
def bare_page(new_context) -> Page:
    """A page of ours into which styles may be planted."""
    page = new_context(bypass_csp=True).new_page()
    page.goto("/qui-sommes-nous/")
    return page


def plant(page: Page, markup: str) -> None:
    page.locator("main").evaluate(
        "(main, html) => main.insertAdjacentHTML('afterbegin', html)", markup
    )


@pytest.mark.parametrize("markup", PLANTED.values(), ids=PLANTED.keys())
def test_axe_sees_a_planted_fault(bare_page: Page, markup: str):
    plant(bare_page, markup)
    assert len(axe_faults(bare_page)) == 1


def test_what_is_too_wide_or_too_small_is_seen(bare_page: Page):
    plant(
        bare_page,
        "<div style='width: 800px'>wide</div>"
        "<button style='width: 20px; height: 40px; padding: 0; min-width: 0'>x</button>",
    )
    faults = layout_faults(bare_page)
    assert len([fault for fault in faults if "the page is" in fault]) == 3
    assert len([fault for fault in faults if "20 x 40" in fault]) == 5


def test_a_link_in_a_sentence_may_be_as_small_as_its_line(bare_page: Page):
    plant(bare_page, "<p style='font-size: 12px; line-height: 14px'>See <a href='/'>this</a>.</p>")
    assert layout_faults(bare_page) == []
