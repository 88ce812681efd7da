"""Asking, voting and curating, from the field on the theme's page to the answer."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import log_in
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import PAGES
from tests.browser.site import LiveSite

THEME = PAGES["themes"] + "commerce-equitable/"
DESK = "/admin/moderation/"
WORDS = ("bananes", "cafés", "épices", "chaloupes", "douanes", "quais", "sucres", "ananas", "thés",
         "mangues", "tissus", "paniers", "cacaos", "riz", "cotons", "roses", "vanilles", "huiles",
         "noix", "miels")  # fmt: skip


def ask(page: Page, words: str, name: str = "") -> str:
    """Ask a question on its page and return the private address that one is led to."""
    page.goto(f"{THEME}poser/")
    page.get_by_label("Votre question").fill(words)
    if name:
        page.get_by_label("Votre nom").fill(name)
    page.get_by_role("button", name="Envoyer ma question").click()
    page.wait_for_url("**/ma-question/**")
    return page.url


@pytest.fixture
def desk(new_context, site: LiveSite) -> Page:
    """The desk, open before the moderator of the demo."""
    page = new_context().new_page()
    log_in(page, site, "moderator")
    page.goto(f"{DESK}?theme={theme_number(page)}")
    return page


def theme_number(page: Page) -> str:
    page.goto(DESK)
    link = page.get_by_role("link", name=re.compile("Commerce équitable")).first
    return (link.get_attribute("href") or "").rpartition("=")[2]


def row(page: Page, words: str):
    return page.locator(".desk__row", has_text=words)


def test_from_the_question_to_the_answer(new_context, desk):
    asker = new_context().new_page()
    asker.goto(THEME)
    field = asker.get_by_label("Et vous, que voulez-vous savoir")
    field.fill("Comment vérifier un label à 9 000 km ?")
    alike = asker.locator("[data-part=similar]")
    expect(alike).to_contain_text("Comment vérifiez-vous un label")
    alike.locator(".vote__button").first.click()
    expect(alike.locator(".vote__button").first).to_have_attribute("aria-pressed", "true")
    field.fill("Qui goûte le café avant tout le monde ?")
    asker.get_by_role("button", name="Poser ma question").click()
    asker.wait_for_url("**/poser/**")
    asker.get_by_label("Votre nom").fill("Une chicorée")
    asker.get_by_role("button", name="Envoyer ma question").click()
    asker.wait_for_url("**/ma-question/**")
    expect(asker.get_by_role("heading", level=1)).to_have_text("Votre question est entre nos mains")
    assert axe_faults(asker) == []
    assert layout_faults(asker) == []

    desk.reload()
    mine = row(desk, "Qui goûte le café")
    mine.focus()
    desk.keyboard.press("a")
    expect(mine).to_contain_text("Affichée.")
    asker.reload()
    expect(asker.get_by_role("heading", level=1)).to_have_text("Votre question est en ligne")
    mine.focus()
    desk.keyboard.press("w")
    desk.keyboard.type("La torréfactrice, chaque matin, avec une grimace.")
    mine.get_by_label("Qui répond").fill("Le chef de quai")
    mine.get_by_role("button", name="Publier la réponse").click()
    expect(mine).to_contain_text("Répondue, et en ligne.")
    asker.reload()
    expect(asker.locator(".answer")).to_contain_text("avec une grimace")
    asker.get_by_role("link", name="Sa page publique").click()
    expect(asker.locator(".answer")).to_contain_text("Le chef de quai")
    assert axe_faults(asker) == []
    assert layout_faults(asker) == []


def test_twenty_questions_with_the_keyboard_alone(new_context, desk):
    asker = new_context().new_page()
    for word in WORDS:
        ask(asker, f"Combien de {word} arrivent à bon port ?")
    desk.reload()
    assert axe_faults(desk) == []
    for number, word in enumerate(WORDS):
        mine = row(desk, f"Combien de {word} arrivent")
        while not mine.evaluate("row => row.matches('.is-here')"):
            desk.keyboard.press("j")
        if number % 4:
            desk.keyboard.press("a")
            expect(mine).to_contain_text("Affichée.")
        else:
            desk.keyboard.press("r")
            desk.keyboard.press("ArrowDown")
            for _ in range(3):
                desk.keyboard.press("Tab")
            desk.keyboard.press("Enter")
            expect(mine).to_contain_text("Écartée.")
    desk.keyboard.press("u")
    expect(row(desk, f"Combien de {WORDS[-1]} arrivent")).to_contain_text("Annulé.")
    assert axe_faults(desk) == []
    asker.goto(f"{THEME}questions/nouvelles/")
    shown = asker.locator(".question", has_text="arrivent à bon port")
    expect(shown).to_have_count(14)


def test_two_moderators_at_the_same_question(new_context, desk, site, watch):
    watch.allow("status of 409")
    ask(new_context().new_page(), "Le riz a-t-il le mal de mer ?")
    other = new_context().new_page()
    log_in(other, site, "editor")
    for page in (desk, other):
        page.goto(desk.url)
    first, second = (row(page, "Le riz a-t-il le mal de mer") for page in (desk, other))
    first.focus()
    second.focus()
    expect(first).to_contain_text("editor l’a sous les yeux")
    desk.keyboard.press("a")
    expect(first).to_contain_text("Affichée.")
    other.keyboard.press("a")
    expect(second).to_contain_text("moderator a été plus rapide")


def test_merged_by_keyboard(new_context, desk):
    asker = new_context().new_page()
    address = ask(asker, "Le billet du café, qui le paie autour du monde ?")
    desk.reload()
    mine = row(desk, "Le billet du café, qui")
    mine.focus()
    desk.keyboard.press("m")
    expect(mine.locator("[data-part=candidates]")).to_contain_text("qui paie le billet")
    assert axe_faults(desk) == []
    mine.get_by_role("button", name="Regrouper avec elle").press("Enter")
    expect(mine).to_contain_text("ses votes comptent là-bas")
    asker.goto(address)
    expect(asker.locator("main")).to_contain_text("Le café fait le tour du monde")


def test_without_scripts(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(THEME)
    page.get_by_label("Et vous, que voulez-vous savoir").fill("Comment vérifier un label de loin ?")
    page.get_by_role("button", name="Poser ma question").click()
    expect(page.locator("[data-part=similar]")).to_contain_text("Comment vérifiez-vous un label")
    page.locator("[data-part=similar] .vote__button").first.click()
    page.get_by_role("button", name="Oui, je vote").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre voix compte.")
    address = ask(page, "Et sans scripts, le café passe-t-il ?", "Un radis")
    page.get_by_label("La modifier").fill("Et sans scripts, le thé passe-t-il ?")
    page.get_by_role("button", name="Garder la modification").click()
    expect(page.locator("blockquote")).to_contain_text("le thé passe-t-il")
    page.get_by_role("button", name="La retirer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vous avez retiré votre question")
    assert page.url == address


def test_a_draft_survives_a_reload(new_context):
    page = new_context().new_page()
    page.goto(THEME)
    field = page.get_by_label("Et vous, que voulez-vous savoir")
    field.fill("Un brouillon de café")
    page.reload()
    expect(field).to_have_value("Un brouillon de café")
