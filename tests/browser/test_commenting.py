"""Commenting under a film, without scripts, until it is shown and answered."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import log_in
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import FILM_PATH

WORDS = "Ce film m’a fait manger un poireau entier."


def test_from_the_comment_to_the_reply(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(FILM_PATH)
    page.locator("#comment").fill(WORDS)
    page.get_by_role("button", name="Commenter").click()
    expect(page.get_by_label("Votre commentaire")).to_have_value(WORDS)
    page.get_by_label("Votre nom").fill("Une endive")
    page.get_by_role("button", name="Envoyer mon commentaire").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Votre commentaire est entre nos mains"
    )
    mine = page.url

    team = new_context().new_page()
    log_in(team, site, "moderator")
    team.goto("/admin/moderation/?kind=comment")
    row = team.locator(".desk__row", has_text=WORDS)
    row.focus()
    team.keyboard.press("a")
    expect(row).to_contain_text("Affichée.")
    row.focus()
    team.keyboard.press("w")
    team.keyboard.type("Bravo. Le suivant est pour nous.")
    row.get_by_role("button", name="Publier la réponse").click()
    expect(row).to_contain_text("Répondue, et en ligne.")
    assert axe_faults(team) == []

    page.goto(mine)
    page.get_by_role("link", name="Le voir sur sa page").click()
    expect(page).to_have_url(re.compile(f"{FILM_PATH}#c-"))
    shown = page.locator(".comment", has_text=WORDS)
    expect(shown).to_contain_text("Une endive")
    official = page.locator(".comment--official", has_text="Le suivant est pour nous.")
    expect(official).to_contain_text("L’équipe")
    shown.get_by_role("link", name="Répondre").click()
    expect(page.locator("blockquote")).to_contain_text(WORDS)


def test_the_pages_are_for_everybody(new_context):
    page = new_context().new_page()
    page.goto(FILM_PATH)
    page.locator("#comment").fill(WORDS)
    page.get_by_role("button", name="Commenter").click()
    page.wait_for_url("**/commenter/**")
    assert axe_faults(page) == []
    assert layout_faults(page) == []
    page.goto(page.url.replace("/commenter/", "/commentaires/").partition("?")[0])
    assert axe_faults(page) == []
    assert layout_faults(page) == []
