"""A film can be watched while its qualities are still being made."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import GROWING, GROWING_PATH
from tests.browser.player import Player
from tests.browser.site import LiveSite, wait_until
from tests.media import clips

LENGTH_S = 40
MPEG4 = ("-c:v", "mpeg4", "-q:v", "6", "-g", "50")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A film that no browser plays as it is, so that every quality must be encoded."""
    noise = "noise=alls=12:allf=t"
    return clips.film(
        tmp_path, "long.mkv", size="1280x720", duration_s=LENGTH_S, picture=noise, codec=MPEG4
    )


def test_one_waits_watches_and_gets_all_qualities(page: Page, site: LiveSite, source: Path):
    page.goto(GROWING_PATH)
    player = Player(page)
    expect(player.host.locator(".player__wait")).to_be_visible()
    expect(player.host.locator(".player__start")).to_be_hidden()
    site.seed(f"give_source({GROWING!r}, {str(source)!r})")

    player.host.locator(".player__start").wait_for()
    expect(player.host.locator(".player__wait")).to_have_count(0)
    player.start()
    player.await_advance(1)
    assert site.film_status(GROWING_PATH)["state"] == "encoding"
    expect(player.host).to_have_attribute("data-state", "encoding")
    early = player.ask("video.videoHeight")

    site.await_film(GROWING_PATH)
    expect(player.host).to_have_attribute("data-state", "ready")
    before_s = player.ask("video.currentTime")
    player.await_advance(2)
    assert player.ask("video.currentTime") >= before_s
    wait_until(
        lambda: abs(player.ask("video.duration") - LENGTH_S) < 0.2, "the film has its full length"
    )
    player.choose("quality", "720p")
    player.await_that("video.videoHeight === 720")
    assert early < 720
