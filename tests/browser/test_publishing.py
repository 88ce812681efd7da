"""The main job: an editor brings a real film in and publishes it, a viewer watches it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from portal.demo.scripts import BY_SLUG
from tests.browser.conftest import log_in
from tests.browser.library import UploadPage
from tests.browser.looks import WIDTHS_PX, axe_faults, layout_faults
from tests.browser.places import FILM, PROGRAMME_PATH, REPLACED, REPLACED_PATH
from tests.browser.player import Player
from tests.browser.site import LiveSite, wait_until
from tests.media import clips

LENGTH_S = 8
CAPTIONS = """WEBVTT

00:00:01.000 --> 00:00:04.000
Le chou est en direct.

00:00:04.500 --> 00:00:07.500
Il n’a rien à déclarer.
"""


@pytest.fixture
def page(new_context, editor_cookies) -> Page:
    """A window in which the editor is logged in."""
    return new_context(storage_state=editor_cookies).new_page()


def bring_in(page: Page, film: Path) -> None:
    """Upload a film and open its page once it is ready."""
    uploads = UploadPage(page).open()
    uploads.input.set_input_files(film)
    uploads.await_film(film.name).get_by_role("link", name="Ouvrir le film").click()
    expect(page.locator(".film-page__state .film-state--ready")).to_be_visible()


def test_from_the_file_to_the_viewer(new_context, site: LiveSite, tmp_path: Path):
    editor = new_context().new_page()
    log_in(editor, site)
    film = clips.film(tmp_path, "Le chou en direct.mp4", size="854x480", duration_s=LENGTH_S)
    bring_in(editor, film)
    expect(editor.locator("#id_title")).to_have_value("Le chou en direct")

    captions = clips.written(tmp_path, "mots.vtt", CAPTIONS)
    editor.locator("#track_file").set_input_files(captions)
    editor.get_by_role("button", name="Envoyer les sous-titres").click()
    expect(editor.locator(".film-track")).to_contain_text("Français")
    expect(editor.locator(".film-transcript")).to_contain_text("Il n’a rien à déclarer.")

    for number, (start, title) in enumerate((("0:00", "Le direct"), ("0:04", "Le silence"))):
        editor.locator(f"#id_chapters-{number}-start_s").fill(start)
        editor.locator(f"#id_chapters-{number}-title").fill(title)
    editor.get_by_role("button", name="Enregistrer les chapitres").click()
    expect(editor.locator("#id_chapters-1-title")).to_have_value("Le silence")

    editor.locator('input[name=candidate][value="7"]').check()
    editor.get_by_role("button", name="Enregistrer l’affiche").click()
    expect(editor.locator('input[name=candidate][value="7"]')).to_be_checked()
    expect(editor.locator("potager-player video")).to_have_attribute(
        "poster", re.compile(r"poster-7\.jpg")
    )

    editor.goto(PROGRAMME_PATH)
    editor.goto(editor.locator("wagtail-userbar a[href*=add_subpage]").get_attribute("href"))
    editor.locator("#id_title").fill("Le chou parle")
    editor.locator("#id_pitch").fill("Une minute de silence, en moins long.")
    editor.locator("#id_video-chooser .unchosen button").click()
    choice = editor.locator(".modal-content .media-choice", has_text="Le chou en direct")
    expect(choice).to_be_visible()
    assert axe_faults(editor, ".modal-content") == []
    choice.click()
    expect(editor.locator("#id_video-chooser")).to_contain_text("Le chou en direct")
    editor.locator("footer .action-save").click()
    expect(editor.locator(".messages, [data-w-messages-target]").first).to_be_visible()
    expect(editor).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))

    viewer = new_context().new_page()
    path = f"{PROGRAMME_PATH}le-chou-parle/"
    assert viewer.request.get(path).status == 404

    editor.locator('[data-side-panel-toggle="preview"], [data-side-panel="preview"]').first.click()
    seen = editor.frame_locator("#w-preview-iframe")
    expect(seen.get_by_role("heading", level=1)).to_have_text("Le chou parle")
    expect(seen.locator(".player__start")).to_be_visible()

    editor.locator("footer .w-dropdown__toggle").click()
    editor.locator("button[name=action-publish]").click()
    expect(editor.get_by_text("publiée").first).to_be_visible()

    viewer.goto(PROGRAMME_PATH)
    viewer.get_by_role("link", name="Le chou parle").click()
    player = Player(viewer)
    expect(player.video).to_have_attribute("poster", re.compile(r"poster-7\.jpg"))
    player.start()
    player.await_advance(1)
    assert player.ask("video.duration") == pytest.approx(LENGTH_S, abs=0.2)
    player.pause_at(2)
    wait_until(lambda: player.shown_cue() == "Le chou est en direct.", "the caption shows")
    expect(viewer.locator(".transcript__chapter")).to_contain_text(["Le direct", "Le silence"])
    player.choose("quality", "360p")
    player.video.click()
    player.await_that("video.videoHeight === 360")


def open_film(page: Page, slug: str) -> None:
    """Open the page of a film of the demo, from the list of all films."""
    page.goto("/admin/media/")
    page.get_by_role("link", name=BY_SLUG[slug].title).click()
    expect(page.locator(".film-page")).to_be_visible()


def test_the_old_file_plays_until_the_new_one_is_ready(
    page: Page, new_context, site: LiveSite, tmp_path: Path
):
    old = clips.film(tmp_path, "ancien.mp4", duration_s=4)
    site.seed(f"give_source({REPLACED!r}, {str(old)!r})")
    site.await_film(REPLACED_PATH)
    open_film(page, REPLACED)
    with site.worker_held():
        UploadPage(page).drop(clips.film(tmp_path, "nouveau.mp4", duration_s=6))
        expect(page.locator(".film-page__state [data-part=progress]")).to_be_visible()
        viewer = Player(new_context().new_page())
        viewer.page.goto(REPLACED_PATH)
        viewer.start()
        assert viewer.ask("video.duration") == pytest.approx(4, abs=0.2)
        viewer.await_advance(1)
    wait_until(lambda: "/v2/" in site.film_status(REPLACED_PATH)["hls_url"], "the new one plays")
    wait_until(lambda: "/v2/master.m3u8" in site.get(REPLACED_PATH), "the page shows the new one")
    viewer.page.reload()
    viewer.start()
    assert viewer.ask("video.duration") == pytest.approx(6, abs=0.2)
    expect(page.locator(".film-page__state .film-state--ready")).to_be_visible()


def test_captions_that_cannot_be_read_are_refused_with_their_line(
    page: Page, film_page: str, tmp_path: Path, watch
):
    watch.allow("status of 422")
    open_film(page, FILM)
    page.locator("#track_language").select_option("de")
    wrong = clips.written(tmp_path, "falsch.srt", "1\n00:00:05,000 --> 00:00:02,000\nHalt!\n")
    page.locator("#track_file").set_input_files(wrong)
    page.get_by_role("button", name="Envoyer les sous-titres").click()
    refusal = page.locator(".film-track-form .error-message")
    expect(refusal.first).to_contain_text("ligne 2", ignore_case=True)
    expect(page.locator("#track_language")).to_have_value("de")
    expect(page.locator(".film-track")).to_have_count(2)


def test_the_page_of_a_film_is_for_everybody(page: Page, film_page: str):
    page.set_viewport_size({"width": WIDTHS_PX[0], "height": 900})
    open_film(page, FILM)
    assert layout_faults(page, ".film-page") == []
    assert axe_faults(page, ".film-page") == []
    page.emulate_media(color_scheme="dark")
    assert axe_faults(page, ".film-page") == []
