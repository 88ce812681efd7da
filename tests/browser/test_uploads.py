"""An editor brings films into the library."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from media.errors import PlaylistFile
from tests.browser.library import UploadPage
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.site import wait_until
from tests.media import clips

SLOW_BYTES_PER_S = 400_000


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("films")


@pytest.fixture(scope="module")
def heavy_film(shelf: Path) -> Path:
    """A short film of some megabytes."""
    codec = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "14", "-pix_fmt", "yuv420p")
    return clips.film(shelf, "lourd.mp4", size="320x180", picture="noise=alls=60:allf=t", codec=codec)


@pytest.fixture
def page(new_context, editor_cookies) -> Page:
    """A window in which the editor is logged in."""
    return new_context(storage_state=editor_cookies).new_page()


@pytest.fixture
def uploads(page: Page) -> UploadPage:
    return UploadPage(page).open()


def sent_bytes(uploads: UploadPage, name: str) -> float:
    """Return how far the bar of an upload is, in percent."""
    return uploads.row(name).locator('[data-part="sent"]').evaluate("bar => bar.value")


def test_films_are_dropped_and_followed_until_they_are_ready(uploads: UploadPage, shelf: Path):
    films = [clips.film(shelf, name) for name in ("chou.mp4", "radis.mp4")]
    uploads.drop(*films)
    for film in films:
        row = uploads.await_film(film.name)
        expect(row.locator('[data-part="percent"]')).to_have_text("100 %")
    expect(uploads.rows).to_have_count(2)
    uploads.row("radis.mp4").get_by_role("link", name="Ouvrir le film").click()
    expect(uploads.page.locator(".film-page__state .film-state--ready")).to_be_visible()
    expect(uploads.page.get_by_label("Titre").first).to_have_value("radis")
    uploads.page.goto("/admin/media/")
    for name in ("chou", "radis"):
        film = uploads.page.locator(".film-row", has_text=f"{name}.mp4")
        expect(film.locator(".film-state--ready")).to_be_visible()
        expect(film.locator("img")).to_have_attribute("src", lambda_src := film.locator("img").get_attribute("src"))
        assert lambda_src


def test_two_are_sent_at_once_and_the_third_waits(
    uploads: UploadPage, heavy_film: Path, shelf: Path
):
    others = [Path(shelf, f"autre-{number}.mp4") for number in (1, 2)]
    for other in others:
        other.write_bytes(heavy_film.read_bytes())
    uploads.slow_down(SLOW_BYTES_PER_S)
    uploads.input.set_input_files([heavy_film, *others])
    uploads.await_state("lourd.mp4", "sending")
    uploads.await_state("autre-1.mp4", "sending")
    uploads.await_state("autre-2.mp4", "waiting")
    wait_until(lambda: sent_bytes(uploads, "autre-1.mp4") > 1, "the second moves too")
    expect(uploads.row("lourd.mp4").locator('[data-part="said"]')).to_contain_text("Mo")
    uploads.row("lourd.mp4").get_by_role("button", name="Annuler").click()
    uploads.await_state("autre-2.mp4", "sending")
    for other in others:
        uploads.row(other.name).get_by_role("button", name="Annuler").click()
    expect(uploads.rows).to_have_count(0)


def test_a_paused_upload_goes_on(uploads: UploadPage, heavy_film: Path):
    uploads.slow_down(SLOW_BYTES_PER_S)
    uploads.input.set_input_files(heavy_film)
    wait_until(lambda: sent_bytes(uploads, "lourd.mp4") > 10, "a tenth has gone")
    row = uploads.row("lourd.mp4")
    row.get_by_role("button", name="Pause").click()
    uploads.await_state("lourd.mp4", "paused")
    uploads.slow_down(-1)
    row.get_by_role("button", name="Reprendre").click()
    uploads.await_film("lourd.mp4")


def test_an_upload_survives_a_closed_tab(new_context, editor_cookies, heavy_film: Path):
    context = new_context(storage_state=editor_cookies)
    uploads = UploadPage(context.new_page()).open()
    uploads.slow_down(SLOW_BYTES_PER_S)
    uploads.input.set_input_files(heavy_film)
    wait_until(lambda: sent_bytes(uploads, "lourd.mp4") > 30, "a third has gone")
    uploads.page.close()

    again = UploadPage(context.new_page()).open()
    unfinished = again.page.locator("[data-unfinished]", has_text="lourd.mp4")
    arrived_percent = unfinished.locator("progress").evaluate("bar => bar.value")
    assert 5 < arrived_percent < 100
    pieces: list[Request] = []
    again.page.on("request", lambda one: pieces.append(one) if one.method == "PATCH" else None)
    unfinished.locator("input[type=file]").set_input_files(heavy_film)
    again.await_film("lourd.mp4")
    expect(unfinished).to_have_count(0)
    offset = int(pieces[0].headers["upload-offset"])
    assert offset >= arrived_percent / 100 * heavy_film.stat().st_size * 0.95


def test_another_file_is_not_taken_for_the_rest(
    new_context, editor_cookies, heavy_film: Path, shelf: Path
):
    context = new_context(storage_state=editor_cookies)
    uploads = UploadPage(context.new_page()).open()
    uploads.slow_down(SLOW_BYTES_PER_S)
    uploads.input.set_input_files(heavy_film)
    wait_until(lambda: sent_bytes(uploads, "lourd.mp4") > 10, "a tenth has gone")
    uploads.page.close()
    again = UploadPage(context.new_page()).open()
    unfinished = again.page.locator("[data-unfinished]")
    unfinished.locator("input[type=file]").set_input_files(clips.film(shelf, "faux.mp4"))
    expect(unfinished.get_by_role("alert")).to_contain_text("Ce n’est pas le même fichier")
    unfinished.get_by_role("button", name="Supprimer").click()
    expect(unfinished).to_have_count(0)


def test_a_playlist_in_disguise_gets_its_sentence(uploads: UploadPage, shelf: Path):
    uploads.drop(clips.playlist_of(shelf, "file:///etc/passwd", "piege.mp4"))
    row = uploads.await_film("piege.mp4", "failed")
    expect(row).to_contain_text("liste de lecture")
    expect(row).to_contain_text(PlaylistFile.code)
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
)
def test_the_screens_are_for_everybody(page: Page, path: str, part: str):
    page.goto(path)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe_faults(page, part) == []
    assert layout_faults(page, part) == []
