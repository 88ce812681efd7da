"""A programme is run with the keyboard alone; two who run it never undo each other unseen."""

import json
import re

import pytest
from django.utils.text import slugify
from playwright.sync_api import Page, expect

from tests.browser.conftest import log_in
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import LIVE_PATH
from tests.browser.site import LiveSite, wait_until

SEEN_WITHIN_MS = 1_500
FAR_ENOUGH = 20
LIVES = LIVE_PATH.rstrip("/").rpartition("/")[0] + "/"
_NUMBERS = iter(range(1, 99))


@pytest.fixture
def room(own_lives, site: LiveSite, new_context) -> Page:
    """The control room of a new programme, before it begins, for `regie`."""
    title = f"Le tour du monde {next(_NUMBERS)}"
    site.seed(f"add_live_programme({title!r})")
    page = new_context().new_page()
    log_in(page, site, "regie")
    page.goto("/admin/live/")
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return page


def tab_to(page: Page, selector: str) -> None:
    for _ in range(FAR_ENOUGH):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{FAR_ENOUGH} times Tab did not lead to {selector}")


def start_with_keys(page: Page) -> None:
    tab_to(page, "[name=sure]")
    page.keyboard.press("Space")
    tab_to(page, "[value=real]")
    page.keyboard.press("Enter")
    expect(part(page, "light")).to_have_text("À l’antenne")


def part(page: Page, name: str):
    return page.locator(f'[data-part="{name}"]')


def public_state(site: LiveSite, page: Page) -> dict:
    key = page.locator("control-room").get_attribute("data-state").rpartition("/")[2]
    return json.loads(site.get(f"/state/live/{key}.json"))


def test_a_programme_with_the_keyboard_alone(site: LiveSite, room: Page, tmp_path):
    keys = room.keyboard
    start_with_keys(room)
    expect(part(room, "now")).to_have_text("Rien à l’antenne pour l’instant")
    keys.press("t")
    expect(part(room, "now")).to_have_text("Accueil")
    expect(part(room, "next")).to_have_text("Le jardin d’Awa")
    expect(part(room, "elapsed")).to_have_text(re.compile(r"0:0\d"))

    keys.press("n")
    chosen = room.locator('[data-question][aria-pressed="true"]')
    text = chosen.locator(".room__asked-text").inner_text()
    keys.press("r")
    expect(part(room, "queue")).to_contain_text(text)
    keys.press("q")
    expect(part(room, "question")).to_contain_text(text)
    wait_until(lambda: (public_state(site, room)["question"] or {}).get("text") == text, "public")
    keys.press("a")
    expect(part(room, "question")).to_have_text("Aucune question à l’antenne")
    expect(part(room, "queue")).not_to_contain_text(text)
    expect(part(room, "aired")).to_contain_text(text)

    keys.press("m")
    keys.type("Concluez, t’es en retard")
    keys.press("Enter")
    expect(part(room, "messages")).to_contain_text("Concluez, t’es en retard")
    expect(part(room, "now")).to_have_text("Accueil")

    keys.press("i")
    keys.type("Météo")
    keys.press("Enter")
    expect(part(room, "next")).to_have_text("Météo")

    keys.press("!")
    expect(part(room, "light")).to_have_text("Carton")
    wait_until(lambda: public_state(site, room)["overlay_hidden"], "the overlay is hidden")
    assert public_state(site, room)["questions_open"] is False
    keys.press("u")
    expect(part(room, "light")).to_have_text("À l’antenne")

    for width_px, height_px in ((1280, 800), (1920, 1080)):
        room.set_viewport_size({"width": width_px, "height": height_px})
        room.screenshot(path=tmp_path / f"control-room-{width_px}.png")
    assert axe_faults(room) == []
    assert layout_faults(room) == []
    room.set_viewport_size({"width": 1280, "height": 900})

    keys.press("e")
    expect(room.locator('[data-dialog="finish"]')).to_be_visible()
    tab_to(room, "[name=confirm]")
    keys.press("Space")
    tab_to(room, "[type=submit]")
    keys.press("Enter")
    expect(part(room, "light")).to_have_text("Terminé")
    wait_until(lambda: public_state(site, room)["state"] == "ended", "the public sees its end")


def test_two_operators(site: LiveSite, room: Page, new_context, watch):
    watch.allow("status of 409")
    start_with_keys(room)
    colleague = new_context().new_page()
    log_in(colleague, site, "ana")
    colleague.goto(room.url)
    expect(part(room, "people")).to_contain_text("ana")

    colleague.keyboard.press("t")
    expect(part(room, "now")).to_have_text("Accueil", timeout=SEEN_WITHIN_MS)

    # What ana does while regie's screen hears nothing: regie commands on an old version.
    room.route("**/live-staff/**", lambda route: route.fulfill(status=304))
    room.keyboard.press("m")
    room.keyboard.type("Encore une")
    colleague.keyboard.press("h")
    expect(part(colleague, "hold")).to_have_attribute("aria-pressed", "true")
    room.keyboard.press("Escape")
    room.keyboard.press("s")
    alert = part(room, "alert")
    expect(alert).to_contain_text("ana a été plus rapide")
    expect(alert).to_contain_text("Accueil")
    expect(part(room, "hold")).to_have_attribute("aria-pressed", "true")
    expect(part(room, "slate")).to_have_attribute("aria-pressed", "false")
    expect(room.locator("[name=text]")).to_have_value("Encore une")
    room.unroute("**/live-staff/**")
    room.keyboard.press("s")
    expect(alert).to_be_hidden()
    expect(part(colleague, "light")).to_contain_text("Carton", timeout=SEEN_WITHIN_MS)

    # A browser that crashes: opened again, everything is as it was.
    room.close()
    again = new_context().new_page()
    log_in(again, site, "regie")
    again.goto(colleague.url)
    expect(part(again, "now")).to_have_text("Accueil")
    expect(part(again, "light")).to_contain_text("Carton")
    expect(part(again, "hold")).to_have_attribute("aria-pressed", "true")


def test_the_presenter_reads_and_says_seen(site: LiveSite, room: Page, new_context):
    start_with_keys(room)
    room.keyboard.press("t")
    room.get_by_role("button", name="Lien de présentation").click()
    address = room.locator(".room__link a").get_attribute("href")
    presenter = new_context().new_page()
    presenter.goto(address)
    expect(part(presenter, "now")).to_have_text("Accueil")
    room.keyboard.press("m")
    room.keyboard.type("Plus que deux minutes")
    room.keyboard.press("Enter")
    expect(part(presenter, "message-text")).to_have_text("Plus que deux minutes")
    assert axe_faults(presenter) == []
    assert layout_faults(presenter) == []
    presenter.keyboard.press("v")
    expect(part(presenter, "message-form")).to_be_hidden()
    expect(part(room, "messages")).to_contain_text("vu")


def test_the_overlay_hides_when_it_is_told_to(site: LiveSite, room: Page, new_context):
    start_with_keys(room)
    room.keyboard.press("t")
    expect(part(room, "now")).to_have_text("Accueil")
    overlay = new_context().new_page()
    overlay.goto(room.get_by_role("link", name="Habillage").get_attribute("href"))
    expect(part(overlay, "third-title")).to_have_text("Accueil")
    assert overlay.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    room.keyboard.press("o")
    expect(overlay.locator("live-overlay")).to_be_hidden()


def test_what_people_wrote_is_text_on_every_screen(site: LiveSite, room: Page, new_context):
    words = "<img src=x onerror=document.title='pris'>"
    site.seed(f"ask_on_air({words!r})")
    start_with_keys(room)
    room.get_by_role("button", name="Lien de présentation").click()
    presenter, overlay, viewer = (new_context().new_page() for _ in range(3))
    presenter.goto(room.locator(".room__link a").get_attribute("href"))
    overlay.goto(room.get_by_role("link", name="Habillage").get_attribute("href"))
    viewer.goto(f"{LIVES}{slugify(room.get_by_role('heading', level=1).inner_text())}/")
    room.keyboard.press("t")
    expect(part(room, "now")).to_have_text("Accueil")
    room.locator("[data-question]", has_text=words).click()
    room.keyboard.press("r")
    expect(part(room, "queue")).to_contain_text(words)
    room.keyboard.press("q")
    expect(part(room, "question")).to_contain_text(words)
    for key, place in (("m", "messages"), ("i", "next")):
        room.keyboard.press(key)
        room.keyboard.type(words)
        room.keyboard.press("Enter")
        expect(part(room, place)).to_contain_text(words)
    room.keyboard.press("t")
    for screen, names in (
        (room, ("now", "question", "messages")),
        (presenter, ("now", "question", "message-text")),
        (overlay, ("third-title", "question-text")),
        (viewer, ("title", "words")),
    ):
        for name in names:
            expect(part(screen, name).first).to_contain_text(words)
        assert screen.title() != "pris"
        assert screen.locator("img[src=x]").count() == 0


def test_a_rehearsal_is_marked_and_shown_to_nobody(site: LiveSite, room: Page):
    room.get_by_role("button", name="Lancer une répétition").click()
    expect(part(room, "light")).to_have_text("Répétition")
    expect(room.locator(".room__rehearsal")).to_contain_text("personne hors de l’équipe")
    room.keyboard.press("t")
    expect(part(room, "now")).to_have_text("Accueil")
    key = room.locator("control-room").get_attribute("data-state").rpartition("/")[2]
    assert room.request.get(f"/state/live/{key}.json").status == 404
