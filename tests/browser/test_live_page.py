"""The page of a live programme that is announced: hours, calendar, reminder; with and without
scripts, and far away.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page, expect

from live.domain.show_donations import Donations
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import LIVE_PATH, LIVES_PATH
from tests.browser.site import PATIENCE_S


def countdown_s(page: Page) -> int:
    """Return the seconds that the countdown shows."""
    text = page.locator(".countdown__left").inner_text()
    found = dict(reversed(pair) for pair in re.findall(r"(\d+)\s*(j|h|min|s)\b", text))
    lengths = {"j": 86_400, "h": 3_600, "min": 60, "s": 1}
    return sum(int(figure) * lengths[unit] for unit, figure in found.items())


def begins_at(page: Page) -> datetime:
    instant = page.locator(".countdown time").get_attribute("datetime")
    return datetime.fromisoformat(instant)


def now() -> datetime:
    """Return the time of the machine, which is the server's."""
    return datetime.now().astimezone()


def await_figures(page: Page) -> None:
    expect(page.locator(".countdown__figure").last).to_be_visible()


@pytest.fixture
def open_in(browser, browser_context_args, watch) -> Iterator[Callable[[str], Page]]:
    """Open a watched window in another time zone."""
    contexts = []

    def open_in(zone: str) -> Page:
        context = browser.new_context(**{**browser_context_args, "timezone_id": zone})
        context.set_default_timeout(PATIENCE_S * 1000)
        watch.follow(context)
        contexts.append(context)
        return context.new_page()

    yield open_in
    for context in contexts:
        context.close()


def test_the_hour_where_the_viewer_is(open_in):
    page = open_in("America/Montreal")
    page.goto(LIVE_PATH)
    yours = page.locator('[data-part="yours"]')
    expect(yours).to_contain_text("heure de Paris")
    expect(yours).to_contain_text("chez vous")
    expect(yours).to_contain_text("8 h 00")
    expect(page.locator(".countdown__date")).to_contain_text("14 h 00")


def test_in_the_studios_zone_the_hour_is_said_once(page: Page):
    page.goto(LIVE_PATH)
    await_figures(page)
    expect(page.locator('[data-part="yours"]')).to_have_text("heure de Paris")


def test_the_countdown_goes_by_the_servers_clock(new_context):
    """The viewer's computer is two hours fast: it counts right all the same."""
    page = new_context().new_page()
    page.clock.install(time=now() + timedelta(hours=2))
    page.goto(LIVE_PATH)
    await_figures(page)
    left = (begins_at(page) - now()).total_seconds()
    assert countdown_s(page) == pytest.approx(left, abs=20)


def test_nothing_moves_when_the_countdown_begins(new_context, open_in):
    still = new_context(java_script_enabled=False).new_page()
    moving = open_in("Asia/Tokyo")
    tops = []
    for page in (still, moving):
        page.goto(LIVE_PATH)
        if page is moving:
            await_figures(page)
        tops.append(page.locator("#reminder").bounding_box()["y"])
    assert tops[0] == pytest.approx(tops[1], abs=1)


def test_a_screen_reader_is_not_counted_down_to(page: Page):
    page.goto(LIVE_PATH)
    await_figures(page)
    assert page.locator(".countdown__left").get_attribute("role") == "timer"
    assert page.locator(".countdown [aria-live]").count() == 0


def test_without_scripts_it_says_all(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(LIVE_PATH)
    expect(page.locator(".countdown__date")).to_contain_text("14 h 00")
    expect(page.locator(".countdown__zone")).to_have_text("heure de Paris")
    expect(page.locator(".countdown__left")).to_contain_text("dans")
    expect(page.locator(".route__stop")).to_have_count(16)
    expect(page.locator(".live-theme")).to_have_count(3)
    page.locator(".live-theme textarea").first.fill("Et l’eau ?")
    page.locator(".live-theme").first.get_by_role("button", name="Poser ma question").click()
    expect(page.locator("textarea")).to_have_value("Et l’eau ?")


def test_the_calendar_file(page: Page):
    page.goto(LIVE_PATH)
    with page.expect_download() as download:
        page.get_by_role("link", name="Mettre dans mon agenda").click()
    text = download.value.path().read_text()
    assert download.value.suggested_filename.endswith(".ics")
    assert "BEGIN:VALARM" in text
    assert "SEQUENCE:0" in text


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_reminder_is_confirmed_from_the_inbox(new_context, site, tmp_path, has_scripts):
    email = f"zoe{has_scripts:d}@example.org"
    page = new_context(java_script_enabled=has_scripts).new_page()
    page.goto(LIVE_PATH)
    page.get_by_label("Votre adresse e-mail").fill(email)
    page.get_by_role("button", name="Me le rappeler").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Regardez vos e-mails")
    note = tmp_path / "confirmation"
    site.seed(f'note_confirmation("{email}", "{note}")')
    page.goto(note.read_text())
    page.get_by_role("button").first.click()
    expect(page.get_by_role("status")).to_contain_text("Vous suivez")


def test_a_wrong_address_is_kept_and_explained(new_context, watch):
    watch.allow("status of 422")
    page = new_context().new_page()
    page.goto(LIVE_PATH)
    page.get_by_label("Votre adresse e-mail").fill("zoe@exemple")
    page.get_by_role("button", name="Me le rappeler").click()
    expect(page.get_by_label("Votre adresse e-mail")).to_have_value("zoe@exemple")
    expect(page.locator(".errorlist")).to_contain_text("adresse")


def test_the_list_and_the_front_page_lead_there(page: Page):
    for path in (LIVES_PATH, "/"):
        page.goto(path)
        link = page.locator(".live-band__inner .live-band__title a")
        expect(link).to_have_attribute("href", re.compile(f"{LIVE_PATH}$"))
    page.get_by_role("navigation").first.get_by_role("link", name="Directs").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Directs")


@pytest.mark.parametrize("path", [LIVE_PATH, LIVES_PATH, "/"])
def test_it_is_for_everybody(page: Page, path: str):
    page.goto(path)
    await_figures(page)
    assert axe_faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe_faults(page) == []
    assert layout_faults(page) == []


INSERT = """html => {
  document.querySelector("article").insertAdjacentHTML("afterbegin", html);
}"""
# Says at once whether the question is hidden: a little later it may rightly be there.
HEAR = """at => {
  document.dispatchEvent(new CustomEvent("air-time", { detail: { at } }));
  return document.querySelector("[data-part=question]").hidden;
}"""


def test_the_question_on_air_waits_until_the_viewer_hears_it(page: Page, monkeypatch):
    since = now()
    given = Donations(10_00, 1, 100_00, "/collectes/")
    monkeypatch.setattr("live.templatetags.lives.show_donations", lambda *_: given)
    state = {
        "version": 7,
        "state": "on_air",
        "server_now": since.isoformat(),
        "now": {"title": "Lisbonne", "place": "Lisbonne", "ends_at_estimate": since.isoformat()},
        "next": None,
        "drift_s": 150,
        "question": {
            "text": "Et l’eau ?",
            "author": "Awa",
            "theme": "Donner",
            "since": since.isoformat(),
        },
        "interrupted_since": None,
        "donations": {"cents": 40_00, "percent": 40, "sum": {"fr": "40 €"}, "goal": {}},
        "ask_again_after_s": 1,
    }
    page.route("**/state/live/x.json", lambda route: route.fulfill(json=state))
    page.goto(LIVE_PATH)
    run = SimpleNamespace(key="x", started_at=since)
    shown = SimpleNamespace(
        state="on_air", is_live=True, now=since, run=run, interrupted_since=None
    )
    live = SimpleNamespace(title="Le tour", time_zone="Europe/Paris")
    on_air = SimpleNamespace(now=None, following=None, drift_s=0, question=None)
    context = {"page": live, "show": shown, "on_air": on_air}
    page.evaluate(INSERT, render_to_string("live/during.html", context))
    heard_ms = since.timestamp() * 1000
    assert page.evaluate(HEAR, heard_ms - 60_000)
    expect(page.locator("[data-part=now]")).to_contain_text("Lisbonne")
    expect(page.locator("[data-part=drift]")).to_contain_text("3")
    expect(page.locator("[data-part=sum]")).to_have_text("40 €")
    expect(page.locator("[data-part=bar]")).to_have_js_property("value", 40)
    assert page.evaluate(HEAR, heard_ms - 60_000)
    assert not page.evaluate(HEAR, heard_ms + 1)
    expect(page.locator("[data-part=words]")).to_have_text("Et l’eau ?")
    expect(page.locator("[data-part=gone]")).to_be_empty()
    state["interrupted_since"] = since.isoformat()
    expect(page.locator("[data-part=gone]")).not_to_be_empty()
    # What is given moves the bar although nothing else changed.
    state["donations"] = {"cents": 100_00, "percent": 100, "sum": {"fr": "100 €"}, "goal": {}}
    expect(page.locator("[data-part=sum]")).to_have_text("100 €")
    state.update(version=8, question=None)
    expect(page.locator("[data-part=question]")).to_be_hidden()
