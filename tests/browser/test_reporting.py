"""Reporting a text and objecting to the decision, in a browser without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import log_in
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import NOTICE, PAGES, QUESTION
from tests.browser.site import LiveSite


@pytest.fixture
def plain(new_context) -> Page:
    return new_context(java_script_enabled=False).new_page()


def test_reported_from_the_list_with_a_receipt(plain, watch):
    watch.allow("status of 422")
    plain.goto(PAGES["newest questions"])
    plain.locator(f'a[href="/signaler/question/{QUESTION}/"]').click()
    plain.get_by_label("C’est contraire à la loi").check()
    plain.get_by_role("button", name="Envoyer le signalement").click()
    expect(plain.get_by_text("Dites en une phrase ce qui ne va pas")).to_be_visible()
    expect(plain.get_by_label("C’est contraire à la loi")).to_be_checked()
    plain.get_by_label("Pourquoi").fill("Ce mot blesse.")
    plain.get_by_role("button", name="Envoyer le signalement").click()
    plain.wait_for_url("**/signalement/**")
    expect(plain.get_by_text("Ce mot blesse.")).to_be_visible()


def test_objected_once(plain):
    plain.goto(f"/signalement/{NOTICE}/")
    plain.get_by_role("button", name="Oublier mon adresse").click()
    expect(plain.get_by_role("button", name="Oublier mon adresse")).to_have_count(0)
    plain.get_by_label("Vous voyez la chose autrement").fill("Mais si.")
    plain.get_by_role("button", name="Contester").click()
    expect(plain.get_by_text("Mais si.")).to_be_visible()
    expect(plain.get_by_role("button", name="Contester")).to_have_count(0)


def test_the_teams_pages_are_for_everybody(new_context, site: LiveSite):
    page = new_context().new_page()
    log_in(page, site, "moderator")
    # The only notice, decided or objected to by now.
    for path in ("/admin/inbox/", "/admin/notices/", "/admin/notices/1/", "/admin/mails/"):
        page.goto(path)
        assert axe_faults(page, "main") == [], path
        assert layout_faults(page, "main") == [], path
