"""A link of one's own is made, followed by somebody else, and credited; a share is pressed."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PERSON
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import LIVE_PATH, PAGES, QUESTION
from tests.browser.player import Player
from tests.browser.pressing import press_without_scripts
from tests.browser.site import LiveSite, wait_until

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def maker(new_context) -> Page:
    return new_context().new_page()


@pytest.fixture
def own_link(maker: Page, film_page: str) -> str:
    """Make a link of one's own on the page of a film; return its path. Its page stays open."""
    maker.goto(film_page)
    maker.get_by_role("button", name="Créer mon lien à moi").click()
    maker.wait_for_url("**/mon-lien/**")
    address = maker.get_by_label("Votre lien à vous").input_value()
    assert maker.context.cookies() == []
    return urlsplit(address).path


def brought(page: Page) -> str:
    page.reload()
    return (page.locator(".own-link__figure").text_content() or "").strip()


def test_a_link_is_followed_the_film_watched_and_its_maker_credited(
    new_context, maker: Page, own_link: str, film_page: str
):
    # Another browser than the maker's: on this day, network and browser stand for a person.
    friend: BrowserContext = new_context(user_agent=f"{PERSON} Edg/130.0.0.0")
    page = friend.new_page()
    page.goto(own_link)
    code = own_link.rpartition("/")[2]
    assert page.url.endswith(f"{film_page}?par={code}")
    assert friend.cookies() == []
    # The code goes along to other pages of the visit, and comes back.
    page.locator(".crumbs a").first.click()
    page.wait_for_url(f"**?par={code}")
    page.go_back()
    Player(page).start()
    expect(page.locator(".calls__thanks")).to_contain_text("donner")
    assert [cookie["name"] for cookie in friend.cookies()] == ["geste"]
    assert page.evaluate("[...Object.keys(localStorage)].filter(key => key.includes('par'))") == []
    wait_until(lambda: brought(maker).startswith("1"), "the maker's page shows one person")
    assert axe_faults(maker) == []
    assert layout_faults(maker) == []


def test_nobody_is_credited_for_themselves(maker: Page, own_link: str):
    maker_page = maker.url
    maker.goto(own_link)
    Player(maker).start()
    expect(maker.locator(".calls__thanks")).to_contain_text("donner")
    maker.goto(maker_page)
    assert brought(maker).startswith("0")
    expect(maker.get_by_text("la personne qui a créé le lien")).to_be_visible()


def test_the_report_says_how_people_came(
    new_context, own_link: str, editor_cookies, film_page: str
):
    page = new_context(permissions=["clipboard-write"]).new_page()
    page.goto(film_page)
    with page.expect_response(re.compile("/shares/")) as told:
        page.get_by_role("button", name="Copier l’adresse").click()
    assert told.value.status == 204
    expect(page.get_by_role("button", name="Copié")).to_be_visible()
    campaign = new_context(java_script_enabled=False).new_page()
    campaign.goto(f"{PAGES['campaign']}?par={own_link.rpartition('/')[2]}")
    press_without_scripts(campaign.locator(".band > act-button").get_by_role("button"))
    campaign.wait_for_url("**/recu/**")
    desk = new_context(storage_state=editor_cookies).new_page()
    desk.goto("/admin/audience/")
    expect(desk.get_by_role("rowheader", name="Liens personnels")).to_be_visible()
    expect(desk.get_by_role("rowheader", name="Adresse copiée")).to_be_visible()


def test_the_box_by_keyboard_and_at_any_width(new_context, film_page: str, site: LiveSite):
    page, question = new_context().new_page(), f"/questions/{QUESTION}/"
    wait_until(lambda: "share__qr" in site.get(question), "the worker has made the codes")
    for path in (film_page, PAGES["campaign"], LIVE_PATH, question):
        page.goto(path)
        box = page.locator("#partager")
        expect(box.get_by_role("link", name="Mastodon")).to_be_visible()
        box.locator(".share__qr summary").focus()
        page.keyboard.press("Enter")
        picture = box.get_by_role("img")
        expect(picture).to_be_visible()
        wait_until(
            lambda picture=picture: picture.evaluate("img => img.complete && img.naturalWidth > 0"),
            "the QR code has come",
        )
        assert axe_faults(page) == []
        assert layout_faults(page, "#partager") == []


def test_the_box_without_scripts(new_context, film_page: str):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(film_page)
    box = page.locator("#partager")
    mastodon = box.get_by_role("link", name="Mastodon").get_attribute("href") or ""
    assert re.search(r"par%3D[0-9A-Z]{10}$", mastodon)
    expect(box.get_by_role("button", name="Copier")).to_be_hidden()
    assert "?par=" in box.get_by_label("Adresse de cette page").input_value()
    box.get_by_role("button", name="Créer mon lien à moi").click()
    page.wait_for_url("**/mon-lien/**")
    page.get_by_role("button", name="Reprendre ce lien").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ne compte plus")


def test_the_share_sheet_of_the_device(new_context, film_page: str):
    context = new_context()
    context.add_init_script("navigator.share = async (told) => { window.told = told; };")
    page = context.new_page()
    page.set_viewport_size(PHONE)
    page.goto(film_page)
    with page.expect_response(re.compile("/shares/")):
        page.locator(".share__native").click()
    assert re.search(r"\?par=[0-9A-Z]{10}$", page.evaluate("window.told.url"))
    expect(page.locator("#partager .next-act")).to_have_count(1)


@pytest.mark.parametrize("press", ["link", "copy", "qr"])
def test_whoever_passed_it_on_is_thanked_with_one_next_act(new_context, film_page: str, press: str):
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    context.route("https://**", lambda route: route.abort())
    page = context.new_page()
    page.set_viewport_size(PHONE)
    page.goto(film_page)
    box = page.locator("#partager")
    expect(box.get_by_text("Merci de faire passer")).to_have_count(0)
    {
        # The mail program is somewhere else; the page stays.
        "link": lambda: box.get_by_role("link", name="E-mail").click(),
        "copy": lambda: box.get_by_role("button", name="Copier").click(),
        "qr": lambda: box.locator(".share__qr summary").click(),
    }[press]()
    expect(box.get_by_role("status").get_by_text("Merci de faire passer")).to_be_visible()
    box.get_by_role("button", name="Copi").click()
    expect(box.locator(".next-act a")).to_have_count(1)
    assert axe_faults(page) == []
    assert layout_faults(page, "#partager") == []
    address = box.locator(".next-act a").get_attribute("href") or ""
    assert "#partager" not in address
    box.locator(".next-act a").click()
    page.wait_for_url(f"**{address}")


def test_a_moment_of_the_film(new_context, film_page: str):
    page = new_context().new_page()
    page.goto(f"{film_page}?t=0:02&to=0:04")
    expect(page.locator(".player__start-duration")).to_contain_text("0:02–0:04")
    player = Player(page)
    player.start()
    assert player.ask("video.currentTime") >= 2
    player.await_that("video.paused && video.currentTime >= 4")
    assert player.ask("video.currentTime") < 5
    # Whoever goes on has the whole film.
    player.ask("void video.play()")
    player.await_that("video.currentTime > 5")


def test_the_address_of_a_moment(new_context, film_page: str):
    page = new_context().new_page()
    page.goto(film_page)
    player = Player(page)
    player.start()
    player.pause_at(6)
    player.await_that("!video.seeking")
    box = page.locator("#partager")
    box.locator(".share__clip summary").click()
    box.get_by_label("De (minutes:secondes)").fill("0:03")
    box.get_by_label("À", exact=True).fill("0:05")
    expect(box.get_by_label("Adresse de cette page")).to_have_value(
        re.compile(r"\?par=[0-9A-Z]{10}&t=0:03&to=0:05$")
    )
    assert axe_faults(page, "#partager") == []
    assert layout_faults(page, "#partager") == []
    box.get_by_role("button", name="Ouvrir ce moment").click()
    page.wait_for_url(re.compile(r"\?t=0(:|%3A)03&to=0(:|%3A)05$"))
    # Whoever looks at a moment passes the moment on, and not the whole film.
    expect(page.locator("#partager").get_by_label("Adresse de cette page")).to_have_value(
        re.compile(r"\?par=[0-9A-Z]{10}&t=0:03&to=0:05$")
    )
