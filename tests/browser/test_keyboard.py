"""From the top of the front page to a playing film with the keyboard alone."""

from playwright.sync_api import Page, Route, expect

from portal.demo.scripts import BY_SLUG
from tests.browser.places import FILM
from tests.browser.player import Player

FAR_ENOUGH = 40
# Some draw the outline around what stands for them: a card, a label, the words of a button.
_VISIBLE_FOCUS = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const isInView = box.width > 1 && box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth;
  const isMarked = (one) => ["", "::before", "::after"].some((part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part || null);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  });
  const stands = [element, element.closest("label, article"), element.firstElementChild];
  return isInView && stands.some((one) => one && isMarked(one)) ? "" : element.outerHTML.slice(0, 200);
}"""


def tab_to(page: Page, text: str) -> None:
    """Press Tab until the focus is on what says `text`; the focus must be seen all the way."""
    for _ in range(FAR_ENOUGH):
        page.keyboard.press("Tab")
        assert page.evaluate(_VISIBLE_FOCUS) == "", "the focus cannot be seen"
        if text in page.evaluate("document.activeElement.textContent"):
            return
    raise AssertionError(f"{FAR_ENOUGH} times Tab did not lead to “{text}”")


def test_from_the_front_page_to_a_playing_film(page: Page, film_page: str):
    page.goto("/")
    tab_to(page, "Émissions")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Émissions")
    tab_to(page, "Les bonnes excuses")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Les bonnes excuses")
    tab_to(page, BY_SLUG[FILM].title)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(BY_SLUG[FILM].title)
    tab_to(page, "Regarder")
    page.keyboard.press("Enter")
    player = Player(page)
    player.await_advance(1)
    expect(player.host.locator("media-play-button")).to_be_focused()
    assert page.evaluate(_VISIBLE_FOCUS) == ""
    page.keyboard.press("Space")
    player.await_that("video.paused")


def test_the_focus_waits_for_a_bar_that_comes_after_the_picture(page: Page, film_page: str):
    held: list[Route] = []
    page.route("**/player/controls.*.js", lambda route: held.append(route))
    page.goto(film_page)
    player = Player(page)
    player.host.locator(".player__start").focus()
    page.keyboard.press("Enter")
    player.await_that("video.currentTime > 0.5")
    held.pop().continue_()
    expect(player.host.locator("media-play-button")).to_be_focused()


def test_the_skip_link_leads_to_the_content(page: Page):
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate(_VISIBLE_FOCUS) == ""
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_settings_of_the_player_are_reached_and_left(page: Page, film_page: str):
    page.goto(film_page)
    player = Player(page)
    player.start()
    gear = player.host.locator(".player__gear")
    gear.focus()
    page.keyboard.press("Enter")
    expect(gear).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    for _ in range(FAR_ENOUGH):
        if page.evaluate("document.activeElement.name ?? ''").endswith("-speed"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert player.ask("video.playbackRate") == 1.25
    page.keyboard.press("Escape")
    expect(player.settings).to_be_hidden()
    expect(gear).to_be_focused()
