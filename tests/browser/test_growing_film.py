"""A film can be watched while its qualities are still being made."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import GROWING, GROWING_PATH
from tests.browser.player import Player
from tests.browser.site import LiveSite
from tests.media import clips

PIECE_S, PIECES = 5, 8
# No browser plays this as it is, so that every quality must be encoded.
MPEG4 = ("-c:v", "mpeg4", "-q:v", "6", "-g", "25")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A film long enough that its qualities take a while."""
    noise = "noise=alls=12:allf=t"
    piece = clips.film(
        tmp_path, "piece.mkv", size="1280x720", duration_s=PIECE_S, picture=noise, codec=MPEG4
    )
    repeat = ("-stream_loop", str(PIECES - 1), "-i", str(piece), "-c", "copy")
    return clips.render(tmp_path / "long.mkv", *repeat)


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
    assert player.ask("video.videoHeight") < 720

    site.await_film(GROWING_PATH)
    before_s = player.ask("video.currentTime")
    expect(player.host).to_have_attribute("data-state", "ready")
    player.await_that(f"Math.abs(video.duration - {PIECE_S * PIECES}) < 0.3")
    player.await_advance(1)
    assert player.ask("video.currentTime") >= before_s
    player.choose("quality", "720p")
    player.await_that("video.videoHeight === 720")
