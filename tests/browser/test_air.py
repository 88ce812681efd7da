"""A viewer sees studio, a switch, a drop, a slate and a return: one page, no stall, no reload."""

import threading
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import BACK, BROADCAST_KEY, DUPLEX, STUDIO
from tests.browser.site import LiveSite, wait_until
from tests.live.sending import draw_session

# Shorter than the blink of an eye at a cut; a stall is the length of a segment.
LONGEST_WAIT_MS = 400
# From the second in which a picture is made to the one in which it is seen.
LATENCY_MS = 6000
# What one sees of the programme: its heights in order, how often and how long it stood still.
LOOK_ON = """(host) => {
  const video = host.querySelector("video");
  const seen = (window.seen = { heights: [], waits: [], times: [], troubles: [], ended: false });
  let waitingSince = 0;
  video.addEventListener("waiting", () => (waitingSince = performance.now()));
  video.addEventListener("playing", () => {
    // The first seconds are for joining, when there is little in hand.
    if (waitingSince && seen.times.length && Date.now() - seen.times[0].now > 3000)
      seen.waits.push({ ms: performance.now() - waitingSince, height: video.videoHeight });
    waitingSince = 0;
  });
  video.addEventListener("resize", () =>
    seen.heights.push({ height: video.videoHeight, at: Date.now() }));
  host.addEventListener("air-time", ({ detail }) =>
    seen.times.push({ at: detail.at, now: Date.now() }));
  host.addEventListener("air-trouble", ({ detail }) => seen.troubles.push(detail.reason));
  host.addEventListener("air-ended", () => (seen.ended = true));
}"""


@pytest.fixture(scope="module")
def player_page(own_lives, site: LiveSite, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Draw three senders' seconds, open the run, and return the markup of a page with the player."""
    live = site.data_dir / "live"
    draw_session(live / STUDIO, "640x360", 12)
    draw_session(live / DUPLEX, "854x480", 18, tone_hz=330)
    draw_session(live / BACK, "426x240", 10, tone_hz=550)
    page_file = tmp_path_factory.mktemp("air") / "player.html"
    site.seed_from("broadcast", f"announce({str(page_file)!r})")
    ui = "".join(
        f'<link rel="stylesheet" href="/static/ui/{name}.css">' for name in ("tokens", "base")
    )
    return f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Direct</title>{ui}</head><body><main>{page_file.read_text()}</main></body></html>'


@pytest.fixture
def viewer(page: Page, player_page: str, watch) -> Page:
    """A window on that page, watched for faults."""
    watch.follow(page.context)
    page.route(
        "**/watch-live", lambda route: route.fulfill(body=player_page, content_type="text/html")
    )
    return page


def test_one_watches_it_all(viewer: Page, site: LiveSite, tmp_path: Path):
    page = viewer
    switched_file = tmp_path / "switched"
    sending = threading.Thread(
        target=site.seed_from, args=("broadcast", f"send({str(switched_file)!r})")
    )
    # The slate is on air before anybody publishes.
    wait_until(lambda: "s/1/" in quietly(site, "source.m3u8"), "the slate is on air")
    page.goto("/watch-live")
    host = page.locator("potager-live")
    sending.start()
    wait_until(lambda: "i/aaaa" in quietly(site, "source.m3u8"), "the studio is on air")
    host.evaluate(LOOK_ON)
    host.locator(".player__start").click()
    expect(host.locator(".player__bar")).to_be_visible()
    wait_until(lambda: page.evaluate("seen.ended"), "the programme is over")
    sending.join()
    expect(host.locator(".live-player__over")).to_be_visible()
    seen = page.evaluate("seen")
    heights = [entry["height"] for entry in seen["heights"]]
    # Perhaps the slate is still seen at the beginning, or again before the run is closed.
    programme = heights[heights.index(360) :]
    assert heights[: heights.index(360)] in ([], [720])
    assert programme[:4] == [360, 480, 720, 240]
    assert programme[4:] in ([], [720])
    assert seen["troubles"] == []
    assert [wait for wait in seen["waits"] if wait["ms"] > LONGEST_WAIT_MS] == []
    switched_ms = (
        datetime.fromisoformat(switched_file.read_text()).astimezone(UTC).timestamp() * 1000
    )
    seen_ms = next(entry["at"] for entry in seen["heights"] if entry["height"] == 480)
    assert seen_ms - switched_ms < 4000
    # The page is told which instant the viewer sees.
    behind = [entry["now"] - entry["at"] for entry in seen["times"]]
    assert min(behind) > 0
    assert median(behind) < LATENCY_MS, (median(behind), max(behind), seen_ms - switched_ms)
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1


def quietly(site: LiveSite, name: str) -> str:
    try:
        return site.get(f"/air/{BROADCAST_KEY}/{name}")
    except OSError:
        return ""


def test_one_goes_back_and_returns_and_a_cut_line_heals(viewer: Page, site: LiveSite, watch):
    watch.allow("ERR_INTERNET_DISCONNECTED")
    site.seed_from("broadcast", "hold()")
    wait_until(lambda: quietly(site, "source.m3u8").count("#EXTINF") > 25, "there is a past")
    viewer.goto("/watch-live")
    host = viewer.locator("potager-live")
    host.locator(".player__start").click()
    video = host.locator("video")
    edge = host.locator(".live-player__edge")
    wait_until(lambda: video.evaluate("v => v.currentTime > 0 && v.readyState >= 3"), "it plays")
    expect(edge).to_have_text("En direct")

    host.locator("media-play-button").focus()
    viewer.keyboard.press("j")
    expect(edge).to_have_text("Revenir au direct")
    wait_until(lambda: video.evaluate("v => !v.seeking && v.readyState >= 3"), "the past plays")
    behind_s = video.evaluate("v => v.seekable.end(0) - v.currentTime")
    assert behind_s > 8
    edge.click()
    expect(edge).to_have_text("En direct")

    viewer.context.set_offline(True)
    expect(host.locator(".player__alert")).to_be_visible()
    cut_at_s = video.evaluate("v => v.currentTime")
    viewer.context.set_offline(False)
    expect(host.locator(".player__alert")).to_be_hidden()
    wait_until(lambda: video.evaluate("v => v.currentTime") > cut_at_s + 2, "it goes on by itself")
    expect(edge).to_have_text("En direct")
