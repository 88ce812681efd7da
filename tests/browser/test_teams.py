"""A page joins a team on a phone and counts with it, then leaves; and its owner tells news."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext, log_in
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.site import LiveSite, wait_until
from tests.browser.test_collecting import PHONE, on_a_phone, the_link

TEAM = "Les Navets volants"
CAPTAIN, CAPTAINS_PAGE = "lulu@demo.example", "Les 30 ans de Lulu"
MEMBER, MEMBERS_PAGE = "gwen@demo.example", "Gwen runs a half marrow-thon"
NEWS = "Seventh mile. The marrow has come loose."


def own_page(new_context: NewContext, site: LiveSite, email: str, title: str) -> Page:
    """Return a phone with a page as its owner sees it, who asked for a link and pressed it."""
    phone = on_a_phone(new_context)
    phone.goto("/mes-collectes/")
    phone.get_by_label("Votre adresse e-mail").fill(email)
    phone.get_by_role("button", name="Envoyez-moi un lien").click()
    expect(phone.get_by_role("status")).to_contain_text("un lien")
    phone.goto(the_link(site, email))
    phone.get_by_role("button", name="Ouvrir ma page").click()
    phone.get_by_role("link", name=title).click()
    expect(phone.get_by_role("heading", name="Votre page est en ligne")).to_be_visible()
    return phone


def looks_good(page: Page) -> None:
    assert axe_faults(page) == []
    assert layout_faults(page) == []
    page.set_viewport_size(PHONE)


def stands_in(page: Page, address: str, title: str) -> bool:
    """Return whether the team's public page, which may be seconds old, names a page."""
    page.goto(address)
    return page.get_by_role("link", name=title).is_visible()


def is_read(page: Page) -> bool:
    """Return whether the public page, asked for anew, has the news."""
    page.reload()
    return page.get_by_text(NEWS).is_visible()


def test_joined_counted_together_and_left(new_context: NewContext, site: LiveSite):
    captain = own_page(new_context, site, CAPTAIN, CAPTAINS_PAGE)
    captain.get_by_role("link", name="Inviter, et s’occuper de l’équipe").click()
    expect(captain.get_by_role("heading", name=TEAM)).to_be_visible()
    looks_good(captain)
    invite = captain.locator(".own-invite a").get_attribute("href") or ""
    public = captain.get_by_role("link", name="sa page publique").get_attribute("href") or ""

    stranger = on_a_phone(new_context)
    stranger.goto(invite)
    expect(stranger.get_by_text("Entrez d’abord sur votre page")).to_be_visible()

    member = own_page(new_context, site, MEMBER, MEMBERS_PAGE)
    own = member.url
    member.goto(invite)
    looks_good(member)
    member.get_by_role("button", name=f"Rejoindre avec « {MEMBERS_PAGE} »").click()
    wait_until(lambda: stands_in(stranger, public, MEMBERS_PAGE), "the team has the new page")
    looks_good(stranger)

    member.goto(own)
    member.get_by_role("button", name="Quitter l’équipe").click()
    expect(member.get_by_role("link", name="Ouvrir une équipe")).to_be_visible()
    wait_until(lambda: not stands_in(stranger, public, MEMBERS_PAGE), "the page has left")


def test_news_are_told_read_and_shown(new_context: NewContext, site: LiveSite, watch):
    watch.allow("status of 422.*nouvelles")
    owner = own_page(new_context, site, MEMBER, MEMBERS_PAGE)
    public = owner.get_by_role("link", name="son adresse publique").get_attribute("href") or ""
    owner.get_by_role("link", name="Donner des nouvelles").click()
    owner.get_by_role("button", name="Donner la nouvelle").click()
    expect(owner.get_by_role("alert").first).to_be_visible()
    owner.get_by_label("Quoi de neuf").fill(NEWS)
    looks_good(owner)
    owner.get_by_role("button", name="Donner la nouvelle").click()
    expect(owner.get_by_text(NEWS)).to_be_visible()

    team = new_context().new_page()
    log_in(team, site, "moderator")
    team.goto("/admin/inbox/")
    team.get_by_role("link", name=re.compile("^Seventh mile")).click()
    assert axe_faults(team, "main") == []
    assert layout_faults(team, "main") == []
    team.get_by_role("button", name="Montrer la nouvelle").click()
    reader = on_a_phone(new_context)
    reader.goto(public)
    wait_until(lambda: is_read(reader), "everybody reads the news")
    looks_good(reader)
