"""What became of an act: by receipt, feed and calendar; and thanks lead to one next act."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import FILM_PATH, PAGES, QUESTION
from tests.browser.pressing import press_without_scripts
from tests.browser.site import LiveSite

PHONE = {"width": 390, "height": 844}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def has_scripts(request) -> bool:
    return request.param


@pytest.fixture
def phone(has_scripts: bool, new_context: NewContext) -> Page:
    page = new_context(java_script_enabled=has_scripts, has_touch=True).new_page()
    page.set_viewport_size(PHONE)
    return page


def next_act(page: Page):
    """Return the one link that thanks lead to, with its length beside it."""
    box = page.locator(".next-act")
    expect(box).to_have_count(1)
    expect(box).to_contain_text(re.compile("seconde|minutes|heure"))
    expect(box.get_by_role("link")).to_have_count(1)
    return box.get_by_role("link")


def press(page: Page, *, has_scripts: bool) -> None:
    """Press the campaign's button and go to the receipt, with scripts or without."""
    page.goto(PAGES["campaign"])
    button = page.locator(".band > act-button")
    if has_scripts:
        button.get_by_role("button").click()
        button.get_by_role("link", name="Voir mon reçu").click()
    else:
        press_without_scripts(button.get_by_role("button"))
    page.wait_for_url("**/recu/**")


def look_for_faults(page: Page, *, has_scripts: bool) -> None:
    """Find none: axe is a script itself, and so it looks where scripts run."""
    if has_scripts:
        assert axe_faults(page) == []
        assert layout_faults(page) == []
        page.set_viewport_size(PHONE)


def test_a_receipt_its_feed_its_calendar_and_one_next_act(
    phone: Page, has_scripts: bool, site: LiveSite
):
    press(phone, has_scripts=has_scripts)
    expect(phone.get_by_role("heading", name="Ce que cela devient")).to_be_visible()
    feed = phone.get_by_role("link", name="Par RSS").get_attribute("href") or ""
    entries = ElementTree.fromstring(site.get(feed)).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries][-1] == "Donné en votre nom"
    calendar = phone.get_by_role("link", name="Dans mon agenda").get_attribute("href") or ""
    assert calendar.startswith("webcal://")
    dates = Calendar.from_ical(site.get(urlsplit(calendar).path)).walk("VEVENT")
    assert any(str(event["summary"]).startswith("Dernier jour pour agir") for event in dates)
    look_for_faults(phone, has_scripts=has_scripts)
    next_act(phone).click()
    expect(phone.locator("#partager")).to_be_in_viewport()


def test_by_e_mail_one_follows_the_campaign(phone: Page, has_scripts: bool):
    press(phone, has_scripts=has_scripts)
    phone.get_by_role("link", name="Par e-mail").click()
    phone.wait_for_url("**/suivre/campagne/**")
    expect(phone.get_by_role("heading", name="Dans votre agenda")).to_be_visible()
    look_for_faults(phone, has_scripts=has_scripts)


def test_who_acted_is_not_asked_to_act_again(phone: Page, has_scripts: bool):
    press(phone, has_scripts=has_scripts)
    phone.goto(FILM_PATH)
    phone.locator('main a[href^="/noter/"]').first.click()
    phone.get_by_role("button", name="5 sur 5").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("5 sur 5")
    link = next_act(phone)
    expect(link).not_to_have_text("Appuyer sur le bouton")
    look_for_faults(phone, has_scripts=has_scripts)
    link.click()
    expect(phone.locator("#partager")).to_be_in_viewport()


def test_a_vote_without_scripts_leads_to_the_question(new_context: NewContext):
    page = new_context(java_script_enabled=False).new_page()
    page.set_viewport_size(PHONE)
    page.goto(f"/questions/{QUESTION}/")
    page.locator("main .vote__button").first.click()
    page.get_by_role("button", name="Oui, je vote").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre voix compte.")
    link = next_act(page)
    link.click()
    expect(page.locator("#partager")).to_be_in_viewport()


def test_the_menu_of_acts_on_the_front_page(phone: Page):
    phone.goto(PAGES["home"])
    phone.get_by_role("link", name="30 secondes").click()
    expect(phone.locator("#s30")).to_be_in_viewport()
