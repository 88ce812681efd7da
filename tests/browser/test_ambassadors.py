"""An ambassador's link is followed in a fresh browser, the film watched, the ambassador credited."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PERSON, NewContext
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import PAGES
from tests.browser.player import Player
from tests.browser.site import LiveSite, wait_until

PHONE = {"width": 390, "height": 844}
ALIAS, EMAIL = "La binette masquée", "binette@example.org"


def the_link(site: LiveSite) -> str:
    """Return the address that stands in the mail to the ambassador."""
    path = site.data_dir / "ambassador-link.txt"
    site.seed(f"write_ambassador_link({EMAIL!r}, {str(path)!r})")
    return path.read_text()


def people(page: Page) -> str:
    """Return how many people the ambassador's page says were brought in all."""
    page.reload()
    return (page.locator(".ambassador__figure strong").nth(1).text_content() or "").strip()


def is_listed(page: Page) -> bool:
    """Return whether the public list of the week, asked for anew, has the ambassador."""
    page.goto("/ambassadeurs/")
    return page.get_by_text(ALIAS).is_visible()


def test_a_link_is_followed_a_film_watched_the_ambassador_credited(
    new_context: NewContext, site: LiveSite, film_page: str
):
    own = new_context(has_touch=True).new_page()
    own.set_viewport_size(PHONE)
    own.goto("/ambassadeurs/")
    own.get_by_role("link", name="Devenir ambassadeur").first.click()
    own.get_by_label("Votre pseudonyme").fill(ALIAS)
    own.get_by_label("Votre adresse e-mail").fill(EMAIL)
    assert axe_faults(own) == []
    own.get_by_role("button", name="Envoyez-moi le lien").click()
    own.wait_for_url("**/ambassadeurs/envoye/")
    own.goto(the_link(site))
    own.get_by_role("button", name="Ouvrir ma page").click()
    expect(own.get_by_role("heading", name=ALIAS)).to_be_visible()
    campaign = own.locator("#campaign option", has_text="Cette vidéo nourrit")
    chosen = campaign.get_attribute("value")
    own.get_by_label("Liens vers cette campagne").select_option(chosen)
    own.get_by_role("button", name="Créer mes liens").click()
    own.get_by_text("Liens courts, par canal").click()
    link = own.locator(".ambassador__codes a").first
    expect(link).to_be_visible()
    assert axe_faults(own) == []
    assert layout_faults(own) == []
    assert people(own) == "0"

    # Another browser than the ambassador's: on this day, network and browser stand for a person.
    friend = new_context(user_agent=f"{PERSON} Edg/130.0.0.0").new_page()
    friend.goto(link.get_attribute("href") or "")
    friend.wait_for_url("**/?par=*")
    friend.locator(f'main a[href^="{film_page}"]').first.click()
    Player(friend).start()
    expect(friend.locator(".calls__thanks")).to_contain_text("donner")
    wait_until(lambda: people(own) == "1", "the ambassador's page shows one person")

    # The list may be 15 s old: it is asked for anew until the alias stands there.
    wait_until(lambda: is_listed(own), "the ambassador stands in the list of the week")


@pytest.mark.parametrize("path", ["/ambassadeurs/", "/palmares/", "/agir/", "/collectes/"])
def test_lists_of_people_and_acts(new_context: NewContext, path: str):
    page = new_context().new_page()
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert axe_faults(page) == []
    assert layout_faults(page) == []


def test_all_of_it_without_scripts(new_context: NewContext, watch):
    watch.allow("status of 422.*devenir")
    page = new_context(java_script_enabled=False).new_page()
    page.goto(PAGES["home"])
    for path in ("/agir/", "/palmares/"):
        page.goto(path)
        expect(page.locator("main a").first).to_be_visible()
    page.goto("/ambassadeurs/devenir/")
    page.get_by_label("Votre pseudonyme").fill("Le râteau discret")
    page.get_by_label("Votre adresse e-mail").fill("rateau@example")
    page.get_by_role("button", name="Envoyez-moi le lien").click()
    expect(page.get_by_label("Votre pseudonyme")).to_have_value("Le râteau discret")
    expect(page.get_by_role("alert")).to_be_visible()


def test_a_film_is_rated_by_keyboard_without_scripts(new_context: NewContext, film_page: str):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(film_page)
    page.get_by_role("link", name="Noter ce film").click()
    page.get_by_role("button", name="4 sur 5").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vous lui avez donné 4 sur 5")
    address = page.url
    looking = new_context().new_page()
    looking.goto(address)
    expect(looking.get_by_role("heading", level=1)).to_contain_text("Que vaut ce film")
    assert axe_faults(looking) == []
    assert layout_faults(looking) == []
