"""With low latency one plays parts and stays near the edge: through a switch, a drop, a return."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from statistics import median
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.close import KEYS, PATH
from tests.browser.site import LiveSite, wait_until
from tests.browser.test_air import LOOK_ON

# Alone on its machine it is 1.4 s (docs/performance.md). By whole segments it would be three.
LATENCY_MS = 2_500
SAMPLES = 40


@contextmanager
def encoder(site: LiveSite, name: str, height: int) -> Iterator[None]:
    """Publish on a feed while the context lasts."""
    picture = [
        "-re",
        "-f",
        "lavfi",
        "-i",
        f"testsrc=size={height * 16 // 9 // 2 * 2}x{height}:rate=25",
    ]
    sound = ["-re", "-f", "lavfi", "-i", "sine=frequency=330", "-c:a", "aac"]
    coding = ["-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "25"]
    target = ["-pix_fmt", "yuv420p", "-f", "flv"]
    address = f"rtmp://localhost:{site.rtmp_port}/live/{KEYS[name]}"
    process = subprocess.Popen(
        ["ffmpeg", "-v", "error", "-nostdin", *picture, *sound, *coding, *target, address]
    )
    try:
        yield
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def programme(own_lives, site: LiveSite) -> Iterator[None]:
    site.seed_from("close", "open_close()")
    yield
    site.seed_from("close", "end()")


def master_of(site: LiveSite) -> str:
    """Return where the air of the programme begins; nothing before it has."""
    found = re.search(r'data-master="([^"]+)master', site.get(PATH))
    return found[1] if found else ""


def playlist(site: LiveSite, air: str) -> str:
    """Return the list of the picture as sent; nothing before there is one."""
    try:
        return site.get(f"{air}source.m3u8")
    except HTTPError as error:
        if error.code != HTTPStatus.NOT_FOUND:
            raise
        return ""


def test_one_stays_near_the_edge(programme, site: LiveSite, page: Page, watch):
    watch.follow(page.context)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    with encoder(site, "Dakar", 270), encoder(site, "Studio", 360):
        site.seed_from("close", "begin()")
        wait_until(lambda: bool(master_of(site)), "the programme has begun")
        air = master_of(site)
        wait_until(lambda: "EXT-X-PART:" in playlist(site, air), "there are parts")
        page.goto(PATH)
        host = page.locator("potager-live")
        host.evaluate(LOOK_ON)
        host.locator(".player__start").click()
        expect(host.locator(".player__bar")).to_be_visible()
        wait_until(lambda: page.evaluate("seen.times.length") > SAMPLES, "it plays")
        page.evaluate("seen.times.splice(0)")
        wait_until(lambda: page.evaluate("seen.times.length") > SAMPLES, "it plays on")
        behind = page.evaluate("seen.times.map(({ at, now }) => now - at)")
        assert min(behind) > 0
        assert median(behind) < LATENCY_MS, (median(behind), max(behind))
        parts = [path for path in asked if re.search(r"/p/[0-9a-f]{16}/\d+/source\.m4s$", path)]
        assert len(parts) > 10
        site.seed_from("close", 'take("Dakar")')
        wait_until(lambda: shown(page) == 270, "the other feed is seen")
    # Nobody publishes any more: the slate, and the picture of who comes back.
    wait_until(lambda: shown(page) == 720, "the slate is seen")
    with encoder(site, "Dakar", 288):
        wait_until(lambda: shown(page) == 288, "the feed is back")
        page.evaluate("seen.times.splice(0)")
        wait_until(lambda: page.evaluate("seen.times.length") > SAMPLES, "it plays on")
    assert page.evaluate("seen.troubles") == []
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1


def shown(page: Page) -> int:
    return page.evaluate("document.querySelector('potager-live video').videoHeight")
