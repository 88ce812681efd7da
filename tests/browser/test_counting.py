"""A film watched for real moves the public counter."""

import json
import re
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from portal.demo.scripts import BY_SLUG
from tests.browser.conftest import PERSON
from tests.browser.places import FILM
from tests.browser.player import Player
from tests.browser.site import LiveSite, wait_until

LENGTH_S = BY_SLUG[FILM].duration_s
NOTE_ANSWERS = """
addEventListener("DOMContentLoaded", () => {
  window.answers = [];
  for (const name of ["potager:counted", "potager:not-counted"]) {
    document.addEventListener(name, ({ type, detail }) => window.answers.push([type, detail]));
  }
});
"""


class Beats:
    """The requests of a page about its play, as they are sent."""

    def __init__(self, context: BrowserContext) -> None:
        self.starts: list[str] = []
        self.spans: list[tuple[float, float]] = []
        context.on("request", self._see)

    def told(self, page: Page) -> list[tuple[float, float]]:
        """Return the spans told so far. What the browser did arrives here when it is asked."""
        page.evaluate("0")
        return self.spans

    def _see(self, request: Request) -> None:
        if request.url.endswith("/plays/beat"):
            form = parse_qs(request.post_data or "")
            self.spans.append((float(form["from_s"][0]), float(form["to_s"][0])))
        elif "/plays/" in request.url and "/player/" not in request.url:
            self.starts.append(request.url)


@pytest.fixture
def viewer(new_context) -> BrowserContext:
    context = new_context()
    context.add_init_script(NOTE_ANSWERS)
    return context


@pytest.fixture
def beats(viewer: BrowserContext) -> Beats:
    return Beats(viewer)


@pytest.fixture
def page(viewer: BrowserContext, beats: Beats, film_page: str) -> Page:
    """The episode in the browser of somebody who never came before."""
    page = viewer.new_page()
    page.goto(film_page)
    return page


@pytest.fixture
def views(site: LiveSite, film_page: str):
    """Return how many views the public counter of the film's campaign shows."""
    found = re.search(r'data-meter="([0-9a-f]{16})"', site.get(film_page))
    assert found, "the player does not know what its views count for"

    def views() -> int:
        return json.loads(site.get(f"/state/{found[1]}.json"))["by_kind"].get("view", 0)

    return views


def answers(page: Page) -> list:
    return page.evaluate("window.answers")


def test_a_film_that_is_watched_moves_the_counter(
    page: Page, viewer: BrowserContext, beats: Beats, views
):
    before = views()
    assert (beats.starts, viewer.cookies()) == ([], [])
    Player(page).start()
    wait_until(lambda: bool(answers(page)), "the view has counted")
    [[name, answer]] = answers(page)
    assert (name, answer["verdict"]) == ("potager:counted", "counted")
    assert answer["receipt"] == f"/recu/{answer['nonce']}/"
    assert [cookie["name"] for cookie in viewer.cookies()] == ["geste"]
    wait_until(lambda: views() == before + 1, "the public counter shows the view")
    assert len(beats.starts) == 1
    watched_s = sum(end - start for start, end in beats.spans)
    assert LENGTH_S / 2 <= watched_s <= LENGTH_S + 0.5


def test_a_robot_moves_nothing(new_context, film_page: str, views):
    context = new_context(user_agent=f"{PERSON} HeadlessChrome/130.0.0.0")
    context.add_init_script(NOTE_ANSWERS)
    page = context.new_page()
    page.goto(film_page)
    before = views()
    Player(page).start()
    wait_until(lambda: bool(answers(page)), "the view has been judged")
    [[name, answer]] = answers(page)
    assert (name, answer["reason"]) == ("potager:not-counted", "bot")
    assert (views(), context.cookies()) == (before, [])


def test_a_lost_connection_costs_nothing(page: Page, viewer: BrowserContext, beats: Beats, watch):
    lost: list[str] = []

    def lose_the_first(route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.request.post_data)
            route.abort("connectionreset")

    watch.allow("ERR_CONNECTION_RESET")
    viewer.route("**/plays/beat", lose_the_first)
    Player(page).start()
    wait_until(lambda: bool(answers(page)), "the view has counted")
    assert answers(page)[0][1]["verdict"] == "counted"
    assert len(beats.starts) == 1
    assert beats.spans[0] == beats.spans[1]


def test_pauses_and_jumps_are_not_reported(page: Page, beats: Beats):
    player = Player(page)
    player.start()
    player.await_advance(1)
    player.ask("video.pause()")
    wait_until(lambda: len(beats.told(page)) == 1, "what was played is told")
    player.pause_at(LENGTH_S - 3)
    player.ask("video.play()")
    player.await_that("video.ended")
    wait_until(lambda: beats.told(page)[-1][1] > LENGTH_S - 0.7, "the end is told")
    first, *later = beats.spans
    assert first[1] < 10
    assert all(start >= LENGTH_S - 3.5 for start, _ in later)
    assert answers(page) == []


def watched_s(site: LiveSite) -> float:
    """Return how many seconds of films the site has noted, of everybody."""
    told = site.data_dir / "watched.txt"
    site.inside.run(
        "from pathlib import Path\n"
        "from audience.models import FilmWatched\n"
        "seconds = sum(FilmWatched.objects.values_list('seconds', flat=True))\n"
        f"Path({str(told)!r}).write_text(str(seconds))"
    )
    return float(told.read_text())


def test_who_leaves_has_watched_until_then(page: Page, beats: Beats, site: LiveSite):
    """What the browser sends while the page goes is seen by the server alone."""
    before_s = watched_s(site)
    player = Player(page)
    player.start()
    player.await_advance(2)
    page.goto("/")
    assert beats.spans == []
    wait_until(lambda: watched_s(site) > before_s + 1, "the last seconds are noted")
