"""An editor brings films into the library."""

import os
import re
import struct
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from media.errors import PlaylistFile
from tests.browser.library import UploadPage
from tests.browser.looks import WIDTHS_PX, axe_faults, layout_faults
from tests.browser.site import wait_until
from tests.media import clips

SLOW_BYTES_PER_S = 400_000
SOME_BYTES = 2_000_000
LARGE_BYTES = 300_000_000


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("films")


@pytest.fixture
def page(new_context, editor_cookies) -> Page:
    """A window in which the editor is logged in."""
    return new_context(storage_state=editor_cookies).new_page()


@pytest.fixture
def uploads(page: Page) -> UploadPage:
    return UploadPage(page).open()


def large_film(shelf: Path, name: str) -> Path:
    """Return a real film made large by a box that players skip; a hole in the file, mostly."""
    path = clips.film(shelf, name)
    with path.open("ab") as file:
        file.write(struct.pack(">I4sQ", 1, b"free", LARGE_BYTES))
        file.truncate(file.tell() - 16 + LARGE_BYTES)
    return path


def noise(shelf: Path, name: str) -> Path:
    """Return a file that arrives like a film and is none."""
    return clips.written(shelf, name, os.urandom(SOME_BYTES))


def sent(uploads: UploadPage, name: str) -> Locator:
    """Return the bar that says how much of a file has gone."""
    return uploads.row(name).locator('[data-part="sent"]')


def close_halfway(uploads: UploadPage, film: Path) -> None:
    """Choose a film, and close the tab while it is being sent."""
    uploads.input.set_input_files(film)
    sent(uploads, film.name).evaluate(
        """bar => new Promise((done) => {
          const look = () => (bar.value > 5 ? done() : requestAnimationFrame(look));
          look();
        })"""
    )
    uploads.page.close()


def test_films_are_dropped_and_followed_until_they_are_ready(uploads: UploadPage, shelf: Path):
    films = [clips.film(shelf, name) for name in ("chou.mp4", "radis.mp4")]
    uploads.drop(*films)
    for film in films:
        row = uploads.await_film(film.name)
        expect(row.locator('[data-part="percent"]')).to_have_text("100 %")
    expect(uploads.rows).to_have_count(2)
    uploads.row("radis.mp4").get_by_role("link", name="Ouvrir le film").click()
    expect(uploads.page.locator(".film-page__state .film-state--ready")).to_be_visible()
    expect(uploads.page.locator("#id_title")).to_have_value("Radis")
    uploads.page.goto("/admin/media/")
    for name in ("chou", "radis"):
        film = uploads.page.locator(".film-row", has_text=f"{name}.mp4")
        expect(film.locator(".film-state--ready")).to_be_visible()
        expect(film.locator("img")).to_have_attribute("src", re.compile(r"poster-\d+\.jpg"))


def test_two_are_sent_at_once_and_the_third_waits(uploads: UploadPage, shelf: Path):
    names = ("un.mp4", "deux.mp4", "trois.mp4")
    uploads.slow_down(SLOW_BYTES_PER_S)
    uploads.input.set_input_files([noise(shelf, name) for name in names])
    for name in names[:2]:
        wait_until(lambda name=name: sent(uploads, name).evaluate("bar => bar.value > 1"), name)
        uploads.await_state(name, "sending")
    expect(uploads.row("trois.mp4")).to_contain_text("Attend son tour")
    expect(uploads.row("un.mp4").get_by_role("status")).to_contain_text("Mo")
    uploads.row("un.mp4").get_by_role("button", name="Annuler").click()
    uploads.await_state("trois.mp4", "sending")
    for name in names[1:]:
        uploads.row(name).get_by_role("button", name="Annuler").click()
    expect(uploads.rows).to_have_count(0)
    uploads.open()
    expect(uploads.page.locator("[data-unfinished]")).to_have_count(0)


def test_a_paused_upload_goes_on(uploads: UploadPage, shelf: Path):
    uploads.slow_down(SLOW_BYTES_PER_S)
    uploads.input.set_input_files(noise(shelf, "pause.mp4"))
    wait_until(lambda: sent(uploads, "pause.mp4").evaluate("bar => bar.value > 10"), "a tenth")
    row = uploads.row("pause.mp4")
    row.get_by_role("button", name="Pause").click()
    uploads.await_state("pause.mp4", "paused")
    expect(row.get_by_role("status")).to_contain_text("En pause")
    uploads.slow_down(-1)
    row.get_by_role("button", name="Reprendre").click()
    uploads.await_state("pause.mp4", "arrived")


def test_an_upload_survives_a_closed_tab(new_context, editor_cookies, shelf: Path):
    context = new_context(storage_state=editor_cookies)
    film = large_film(shelf, "longue-route.mp4")
    close_halfway(UploadPage(context.new_page()).open(), film)

    again = UploadPage(context.new_page()).open()
    unfinished = again.page.locator("[data-unfinished]", has_text=film.name)
    arrived = unfinished.locator("progress").evaluate("bar => bar.value / 100")
    assert 0 < arrived < 1
    pieces: list[Request] = []
    again.page.on("request", lambda one: pieces.append(one) if one.method == "PATCH" else None)
    unfinished.locator("input[type=file]").set_input_files(film)
    again.await_film(film.name)
    expect(unfinished).to_have_count(0)
    assert int(pieces[0].headers["upload-offset"]) >= arrived * film.stat().st_size


def test_another_file_is_not_taken_for_the_rest(new_context, editor_cookies, shelf: Path):
    context = new_context(storage_state=editor_cookies)
    close_halfway(UploadPage(context.new_page()).open(), large_film(shelf, "vrai.mp4"))
    again = UploadPage(context.new_page()).open()
    unfinished = again.page.locator("[data-unfinished]")
    unfinished.locator("input[type=file]").set_input_files(noise(shelf, "faux.mp4"))
    expect(unfinished.get_by_role("alert")).to_contain_text("Ce n’est pas le même fichier")
    unfinished.get_by_role("button", name="Supprimer").click()
    expect(unfinished).to_have_count(0)


def test_a_playlist_in_disguise_gets_its_sentence(uploads: UploadPage, shelf: Path):
    uploads.drop(clips.playlist_of(shelf, "file:///etc/passwd", "piege.mp4"))
    row = uploads.await_film("piege.mp4", "failed")
    expect(row).to_contain_text("Ce fichier n’est qu’une liste qui renvoie à d’autres fichiers.")
    expect(row).to_contain_text("Choisissez le film lui-même")
    row.get_by_role("link", name="Ouvrir le film").click()
    expect(uploads.page.get_by_text(PlaylistFile.code)).to_be_visible()


def test_an_empty_file_is_refused_at_once(uploads: UploadPage, shelf: Path, watch):
    watch.allow(r"status of 400.*/tus/")
    uploads.drop(clips.written(shelf, "vide.mp4", b""))
    row = uploads.row("vide.mp4")
    expect(row).to_contain_text("Ce fichier est vide. Vérifiez-le sur votre ordinateur")
    uploads.await_state("vide.mp4", "failed")


def test_the_library_is_searched(page: Page):
    page.goto("/admin/media/?q=poireau")
    expect(page.locator(".film-row")).to_have_count(1)
    page.goto("/admin/media/?q=ornithorynque")
    expect(page.locator(".film-row")).to_have_count(0)
    expect(page.get_by_text("Aucun film")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "part"),
    [("/admin/media/", ".film-list"), ("/admin/media/video/add/", ".film-adding")],
    ids=["library", "adding"],
)
def test_our_screens_are_for_everybody(page: Page, path: str, part: str):
    # The CMS folds its menu when it loads: begin with the narrowest screen.
    page.set_viewport_size({"width": WIDTHS_PX[0], "height": 900})
    page.goto(path)
    assert layout_faults(page, part) == []
    assert axe_faults(page, part) == []
    page.emulate_media(color_scheme="dark")
    assert axe_faults(page, part) == []
