"""Each state of a live programme, and each screen of its team, on a phone and on a desk."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NewContext, log_in
from tests.browser.looks import axe_faults, small_targets, too_wide
from tests.browser.site import LiveSite
from tests.browser.states import DIRECTOR

PUBLIC = ("announced", "on air", "interrupted", "ended", "replay", "replay without chapters")
GUESTS = ("presenter", "guest", "guest too late")
TEAM = ("start", "control room", "rundown to print")
IN_THE_CMS = ("control rooms", "feeds", "rundown", "after the live")
WIDTHS_PX = (390, 1280)
# What is ours on a screen of the CMS: what stands below its header.
OURS = "main .nice-padding, main .feeds"


@pytest.fixture(scope="module")
def screens(own_lives, site: LiveSite, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the path of each screen."""
    file = tmp_path_factory.mktemp("states") / "screens.json"
    site.seed_from("states", f"make({str(file)!r})")
    return json.loads(file.read_text())


@pytest.fixture(scope="module")
def team_cookies(screens, site: LiveSite, browser: Browser) -> Any:
    context = browser.new_context(base_url=site.address, locale="fr-FR")
    log_in(context.new_page(), site, DIRECTOR)
    state = context.storage_state()
    context.close()
    return state


def look(page: Page, path: str, name: str, part: str, folder: Path) -> list[str]:
    """Return what is wrong with a screen at both widths; its pictures are kept in `folder`."""
    faults = []
    for width_px in WIDTHS_PX:
        page.set_viewport_size({"width": width_px, "height": 900})
        page.goto(path)
        expect(page.locator("h1")).to_have_count(1)
        expect(page.get_by_role("main")).to_have_count(1)
        found = [*axe_faults(page, part), *small_targets(page, part), *too_wide(page, width_px)]
        faults += [f"{width_px} px: {fault}" for fault in found]
        page.screenshot(path=folder / f"{name}-{width_px}.png", full_page=True)
    return faults


@pytest.mark.parametrize("name", PUBLIC)
def test_a_viewer_in_every_state(screens, page: Page, tmp_path: Path, name: str):
    assert look(page, screens[name], name, "body", tmp_path) == []


@pytest.mark.parametrize("name", GUESTS)
def test_who_comes_by_a_link(screens, page: Page, watch, tmp_path: Path, name: str):
    watch.allow("status of 410")
    assert look(page, screens[name], name, "body", tmp_path) == []


@pytest.mark.parametrize("name", TEAM)
def test_the_team(screens, new_context: NewContext, team_cookies, tmp_path: Path, name: str):
    page = new_context(storage_state=team_cookies).new_page()
    assert look(page, screens[name], name, "body", tmp_path) == []


@pytest.mark.parametrize("name", IN_THE_CMS)
def test_the_team_in_the_cms(
    screens, new_context: NewContext, team_cookies, tmp_path: Path, name: str
):
    page = new_context(storage_state=team_cookies).new_page()
    assert look(page, screens[name], name, OURS, tmp_path) == []


def test_the_overlay_is_for_a_mixer(screens, page: Page):
    """No page for people: it has a name and a language, and never a bar to scroll with."""
    for width_px in WIDTHS_PX:
        page.set_viewport_size({"width": width_px, "height": 900})
        page.goto(screens["overlay"])
        expect(page.locator('[data-part="third-title"]')).to_have_text("Accueil")
        assert too_wide(page, width_px) == []
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.title().startswith("Habillage")
