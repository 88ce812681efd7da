"""A film can be watched while its qualities are still being made."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import GROWING, GROWING_PATH
from tests.browser.player import Player
from tests.browser.site import LiveSite, wait_until
from tests.media import clips

LENGTH_S = 16
# No browser plays this as it is, so that every quality must be encoded.
MPEG4 = ("-c:v", "mpeg4", "-q:v", "6", "-g", "25")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return clips.film(tmp_path, "long.mkv", size="1280x720", duration_s=LENGTH_S, codec=MPEG4)


def test_one_waits_watches_and_gets_all_qualities(page: Page, site: LiveSite, source: Path):
    page.goto(GROWING_PATH)
    player = Player(page)
    expect(player.host.locator(".player__wait")).to_be_visible()
    expect(player.host.locator(".player__start")).to_be_hidden()

    site.seed(f"give_source({GROWING!r}, {str(source)!r})")
    wait_until(lambda: bool(site.film_status(GROWING_PATH)["hls_url"]), "the film has a beginning")
    with site.worker_held():
        expect(player.host.locator(".player__start")).to_be_visible()
        expect(player.host.locator(".player__wait")).to_have_count(0)
        player.start()
        player.await_advance(1)
        assert site.film_status(GROWING_PATH)["state"] == "encoding"
        assert player.ask("video.videoHeight") < 720
        player.ask("video.pause()")
    held_s = player.ask("video.currentTime")

    site.await_film(GROWING_PATH)
    expect(player.host).to_have_attribute("data-state", "ready")
    player.await_that(f"Math.abs(video.duration - {LENGTH_S}) < 0.3")
    player.await_that(f"Math.abs(video.currentTime - {held_s}) < 0.5 && !video.seeking")
    player.video.click()
    player.await_advance(1)
    player.choose("quality", "720p")
    player.await_that("video.videoHeight === 720")
