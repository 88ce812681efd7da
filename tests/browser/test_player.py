"""A viewer watches a film with the player of the page."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from portal.demo.drawing import typeset
from portal.demo.scripts import BY_SLUG
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.places import CHAPTERS, CHRONICLE, FILM
from tests.browser.player import Player
from tests.browser.site import wait_until

LENGTH_S = BY_SLUG[FILM].duration_s
LINES = BY_SLUG[FILM].lines()
HEAVY = re.compile(r"hls\.js|media-chrome|stage\.js|\.m3u8|\.m4s|\.mp4|story")


@pytest.fixture
def player(page: Page, film_page: str) -> Player:
    """The player of the episode, before anybody pressed play."""
    page.goto(film_page)
    return Player(page)


def test_the_film_plays(player: Player):
    player.start()
    player.await_advance(2)
    assert player.ask("video.duration") == pytest.approx(LENGTH_S, abs=0.15)
    assert player.ask("video.getVideoPlaybackQuality().totalVideoFrames") > 20
    assert player.ask("video.webkitAudioDecodedByteCount") > 10_000
    assert player.ask("video.error") is None


def test_nothing_heavy_is_loaded_before_somebody_wants_to_watch(page: Page, film_page: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(film_page, wait_until="networkidle")
    assert [url for url in asked if HEAVY.search(url)] == []
    Player(page).start()
    assert [url for url in asked if url.endswith(".m3u8")]
    assert [url for url in asked if "/film" in url] == []


def test_the_quality_on_screen_changes_with_the_choice(player: Player):
    player.start()
    for quality, height_px in (("360p", 360), ("720p", 720), ("480p", 480)):
        player.choose("quality", quality)
        player.await_that(f"video.videoHeight === {height_px}")
        assert player.ask("video.videoWidth") == pytest.approx(height_px * 16 / 9, abs=2)
        player.await_advance(0.3)
    assert player.choice("quality", "480p").is_checked()


def test_the_chosen_quality_and_speed_are_remembered_or_shown(player: Player):
    player.start()
    player.choose("quality", "360p")
    player.await_that("video.videoHeight === 360")
    player.choose("speed", "1.5")
    assert player.ask("video.playbackRate") == 1.5
    player.page.reload()
    player.start()
    player.await_that("video.videoHeight === 360")
    assert player.choice("quality", "360p").is_checked()


def test_a_click_on_the_bar_goes_there(player: Player):
    player.start()
    timeline = player.host.locator("media-time-range")
    box = timeline.bounding_box()
    assert box
    timeline.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    player.await_that(f"Math.abs(video.currentTime - {LENGTH_S / 2}) < 1.5 && !video.seeking")
    player.await_advance(1)


def test_captions_in_the_language_of_the_page_are_on(player: Player):
    player.start()
    for line in LINES[:2]:
        player.pause_at((line.start_s + line.end_s) / 2)
        wait_until(lambda line=line: player.shown_cue() == typeset(line.text), line.text)


def test_captions_change_their_language_and_go_off(player: Player):
    player.start()
    line = LINES[1]
    player.pause_at((line.start_s + line.end_s) / 2)
    player.choose("captions", "en")
    wait_until(lambda: player.shown_cue() == line.english, line.english)
    button = player.host.get_by_role("switch")
    expect(button).to_be_checked()
    button.click()
    expect(button).not_to_be_checked()
    wait_until(lambda: player.shown_cue() == "", "no caption is shown")
    player.page.reload()
    player.start()
    player.pause_at((line.start_s + line.end_s) / 2)
    assert player.shown_cue() == ""


def test_every_key_does_what_the_list_of_keys_says(player: Player):
    player.start()
    keyboard = player.page.keyboard
    keyboard.press("k")
    player.await_that("video.paused")
    player.pause_at(2)
    for key, expected_s in (
        ("ArrowRight", 7), ("ArrowLeft", 2), ("l", 12), ("j", 2), ("5", LENGTH_S / 2), ("0", 0),
    ):  # fmt: skip
        keyboard.press(key)
        player.await_that(f"Math.abs(video.currentTime - {expected_s}) < 0.2 && !video.seeking")
    keyboard.press("m")
    assert player.ask("video.muted")
    keyboard.press("m")
    assert not player.ask("video.muted")
    keyboard.press(">")
    assert player.ask("video.playbackRate") == 1.25
    keyboard.press("<")
    assert player.ask("video.playbackRate") == 1
    keyboard.press("c")
    expect(player.host.get_by_role("switch")).not_to_be_checked()
    keyboard.press("?")
    expect(player.host.get_by_role("dialog")).to_be_visible()
    keyboard.press("Escape")
    expect(player.host.get_by_role("dialog")).to_be_hidden()
    keyboard.press("k")
    player.await_advance(0.5)


def test_the_film_fills_the_screen_and_gives_it_back(player: Player):
    player.start()
    player.page.keyboard.press("f")
    player.await_that("document.fullscreenElement?.localName === 'potager-player'")
    player.page.keyboard.press("f")
    player.await_that("document.fullscreenElement === null")


def test_keys_outside_the_player_are_left_alone(player: Player):
    player.start()
    player.page.locator(".transcript__search").fill("")
    player.page.keyboard.type("km")
    assert player.ask("!video.paused && !video.muted")
    expect(player.page.locator(".transcript__search")).to_have_value("km")


def test_the_film_goes_on_where_it_was_left(player: Player):
    player.start()
    player.pause_at(9)
    player.page.reload()
    player.start()
    assert player.ask("video.currentTime") == pytest.approx(9, abs=2)
    hint = player.host.locator(".player__hint")
    expect(hint).to_contain_text("0:09")
    hint.get_by_role("button").click()
    player.await_that("video.currentTime < 4 && !video.seeking")


@pytest.mark.parametrize("written", ["?t=11", "?t=0:11", "#t=11s"])
def test_an_address_starts_the_film_at_its_second(page: Page, film_page: str, written: str):
    page.goto(film_page + written)
    player = Player(page)
    expect(player.host.locator(".player__start")).to_contain_text("0:11")
    player.start()
    assert player.ask("video.currentTime") == pytest.approx(11, abs=2)
    player.await_advance(1)


def test_chapters_and_pictures_show_on_the_bar(player: Player):
    player.start()
    timeline = player.host.locator("media-time-range")
    wait_until(
        lambda: (
            timeline.evaluate("bar => (bar.mediaChaptersCues ?? []).map(({text}) => text)")
            == [title for _start_s, title in CHAPTERS]
        ),
        "the bar knows the chapters",
    )
    box = timeline.bounding_box()
    assert box
    timeline.hover(position={"x": box["width"] * 0.8, "y": box["height"] / 2})
    expect(timeline).to_have_attribute("mediapreviewchapter", CHAPTERS[1][1])
    expect(timeline).to_have_attribute("mediapreviewimage", re.compile(r"/v\d+/story.*\.jpg"))
    timeline.hover(position={"x": box["width"] * 0.1, "y": box["height"] / 2})
    expect(timeline).to_have_attribute("mediapreviewchapter", CHAPTERS[0][1])


def test_the_end_offers_the_next_episode_and_the_start(player: Player):
    player.start()
    player.ask(f"{{ video.currentTime = {LENGTH_S - 1} }}")
    expect(player.host).to_have_attribute("data-phase", "ended")
    following = player.host.locator(".player__next")
    expect(following).to_be_visible()
    expect(following).to_have_attribute("href", "/emissions/les-bonnes-excuses/ca-ne-sert-a-rien/")
    player.host.locator(".player__replay").click()
    player.await_that("video.currentTime > 0.3 && video.currentTime < 4 && !video.paused")
    expect(following).to_be_hidden()
    player.ask(f"{{ video.currentTime = {LENGTH_S - 1} }}")
    following.click()
    expect(player.page.get_by_role("heading", level=1)).to_have_text(
        BY_SLUG["ca-ne-sert-a-rien"].title
    )


def test_sound_alone_plays(page: Page, chronicle_page: str):
    page.goto(chronicle_page)
    player = Player(page)
    player.start()
    player.await_advance(1.5)
    assert player.ask("video.duration") == pytest.approx(BY_SLUG[CHRONICLE].duration_s, abs=0.2)
    assert player.ask("video.webkitAudioDecodedByteCount") > 10_000
    player.page.keyboard.press("ArrowRight")
    player.await_that("video.currentTime > 6 && !video.seeking")
    player.await_advance(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("episode", ["film_page", "chronicle_page"])
def test_axe_finds_nothing_during_the_film(page: Page, episode: str, scheme: str, request):
    page.emulate_media(color_scheme=scheme)
    page.goto(request.getfixturevalue(episode))
    player = Player(page)
    player.start()
    player.ask("video.pause()")
    assert axe_faults(page) == []
    player.host.locator(".player__gear").click()
    expect(player.settings).to_be_visible()
    assert axe_faults(page) == []


def test_the_open_player_fits_every_screen(player: Player):
    player.start()
    player.ask("video.pause()")
    assert layout_faults(player.page) == []
    player.host.locator(".player__gear").click()
    assert layout_faults(player.page) == []


def test_a_second_play_resumes_from_pause_without_a_jump(player: Player):
    player.start()
    picture = player.video
    picture.click()
    player.await_that("video.paused")
    held_s = player.ask("video.currentTime")
    picture.click()
    player.await_advance(0.5)
    assert player.ask("video.currentTime") < held_s + 5


def test_lines_never_overlap_on_screen(player: Player):
    """Two captions at once would hide each other."""
    player.start()
    cues = player.ask(
        "[...[...video.textTracks].find(({language}) => language === 'fr').cues]"
        ".map(({startTime, endTime}) => [startTime, endTime])"
    )
    assert len(cues) == len(LINES)
    assert all(end <= start for (_, end), (start, _) in pairwise(cues))
