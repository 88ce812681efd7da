"""A project on a phone: proposed, its mailbox proved, published in the CMS, liked, counted."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext, log_in
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.pressing import press_without_scripts
from tests.browser.site import LiveSite

PHONE = {"width": 390, "height": 844}
TITLE = "Une brouette pour la chorale"
EMAIL = "nadia-brouette@example.org"
LOOKING = "/projets/des-roues-pour-la-soupe/"


def the_link(site: LiveSite) -> str:
    """Return the address that stands in the mail to the proposer."""
    path = site.data_dir / "project-link.txt"
    site.seed(f"write_project_link({EMAIL!r}, {str(path)!r})")
    return path.read_text()


def on_a_phone(new_context: NewContext, **options: bool) -> Page:
    page = new_context(has_touch=True, **options).new_page()
    page.set_viewport_size(PHONE)
    return page


def looks_well(page: Page, within: str = "") -> None:
    """Fail unless axe and the layout find no fault."""
    assert axe_faults(page, *[within] * bool(within)) == []
    assert layout_faults(page, *[within] * bool(within)) == []


def fill_in(page: Page, title: str) -> None:
    page.get_by_label("Nom du projet").fill(title)
    page.get_by_label("Domaine").select_option("culture")
    page.get_by_label("Où").fill("Lyon")
    page.get_by_label("Pour qui").fill("Vingt choristes et leurs pupitres")
    page.get_by_label("Que manque-t-il").fill("Une brouette pour les pupitres.")
    page.get_by_label("Le projet", exact=True).fill("Nous chantons. Les pupitres pèsent.")
    page.get_by_label("Votre nom").fill("Nadia")
    page.get_by_label("Votre adresse e-mail").fill(EMAIL)
    page.get_by_label(re.compile("J’ai lu les règles")).check()


def test_proposed_proved_published_liked_counted(new_context, site: LiveSite, watch):
    watch.allow("status of 422.*proposer")
    phone = on_a_phone(new_context)
    phone.goto("/projets/")
    phone.get_by_role("main").get_by_role("link", name="Proposer un projet").first.click()
    looks_well(phone)
    phone.set_viewport_size(PHONE)
    fill_in(phone, TITLE)
    phone.get_by_label("Combien").fill("une ou deux")
    phone.get_by_role("button", name="Envoyez-moi le lien").click()
    expect(phone.get_by_role("alert")).to_be_visible()
    expect(phone.get_by_label("Nom du projet")).to_have_value(TITLE)
    phone.get_by_label("Combien").fill("1")
    phone.get_by_label("De quoi").fill("brouette")
    phone.get_by_role("button", name="Envoyez-moi le lien").click()
    phone.wait_for_url("**/projets/envoye/")

    phone.goto(the_link(site))
    phone.get_by_role("button", name="Oui, c’est moi").click()
    expect(phone.get_by_role("heading", name="Votre projet est chez nous")).to_be_visible()
    looks_well(phone)

    team = new_context().new_page()
    log_in(team, site, "moderator")
    team.goto("/admin/projects/")
    looks_well(team, "main")
    team.get_by_role("link", name=TITLE).click()
    team.get_by_role("button", name="Je le lis").click()
    expect(team.get_by_text("en lecture").first).to_be_visible()
    looks_well(team, "main")
    team.get_by_role("button", name="Le publier").click()
    public = team.get_by_role("link", name="Voir le projet sur le site").get_attribute("href")

    friend = on_a_phone(new_context)
    friend.goto(public or "")
    expect(friend.get_by_role("heading", level=1)).to_have_text(TITLE)
    looks_well(friend)
    friend.set_viewport_size(PHONE)
    count = friend.locator(".project-likes__number")
    expect(count).to_have_text("0")
    friend.get_by_role("button", name="J’aime").click()
    expect(friend.locator(".act__answer")).to_contain_text("Compté")
    expect(count).to_have_text("1")
    friend.reload()
    expect(count).to_have_text("1")
    friend.get_by_role("button", name="J’aime").click()
    expect(friend.locator(".act__answer")).to_contain_text("déjà")
    expect(count).to_have_text("1")


def test_liked_without_scripts(new_context: NewContext):
    page = on_a_phone(new_context, java_script_enabled=False)
    page.goto(LOOKING)
    press_without_scripts(page.get_by_role("button", name="J’aime"))
    expect(page.get_by_role("heading", name="Compté, merci")).to_be_visible()
    page.get_by_role("link", name=re.compile("Retour")).click()
    expect(page).to_have_url(re.compile(LOOKING))


def test_proposed_without_scripts(new_context: NewContext, site: LiveSite):
    page = on_a_phone(new_context, java_script_enabled=False)
    page.goto("/projets/proposer/")
    fill_in(page, "Un pupitre de secours")
    page.get_by_role("button", name="Envoyez-moi le lien").click()
    page.wait_for_url("**/projets/envoye/")
    page.goto(the_link(site))
    page.get_by_role("button", name="Oui, c’est moi").click()
    expect(page.get_by_role("heading", name="Votre projet est chez nous")).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "/projets/",
        "/en/projets/",
        LOOKING,
        f"/en{LOOKING}",
        f"{LOOKING}parrainer/",
        "/projets/lepicerie-ou-lon-choisit/",
        "/projets/lien/",
        "/projets/?standing=done",
    ],
)
def test_pages_of_projects(new_context: NewContext, path: str):
    page = new_context().new_page()
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    looks_well(page)
