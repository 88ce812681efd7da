"""A live from elsewhere: nothing is asked of the other site before a press; then it is shown.

The other sites are played by Playwright, which answers for their addresses: rules for real ones stay
as strict as they are.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.looks import axe_faults, layout_faults
from tests.browser.site import LiveSite
from tests.live.sending import draw_session

YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
HLS = "https://live.example.org/soiree/direct.m3u8"
FRAME, LIVE_HOST = "www.youtube-nocookie.com", "live.example.org"
SEGMENTS = 12
PLAYER = """<!doctype html><html lang="fr"><head><title>Lecteur</title></head>
<body><main><h1>Le lecteur d’en face</h1></main></body></html>"""
ANSWER = {"access-control-allow-origin": "*"}
PHONE = {"width": 390, "height": 844}

pytestmark = pytest.mark.usefixtures("own_lives")


@pytest.fixture(scope="module")
def framed(own_lives, site: LiveSite) -> str:
    """Path of a programme on YouTube that is on air."""
    site.seed_from("outside", f"put_on_air('sur-youtube', {YOUTUBE!r})")
    return "/directs/sur-youtube/"


@pytest.fixture(scope="module")
def streamed(own_lives, site: LiveSite) -> str:
    """Path of a programme whose HLS is elsewhere and that is on air."""
    site.seed_from("outside", f"put_on_air('en-hls', {HLS!r})")
    return "/directs/en-hls/"


@pytest.fixture(scope="module")
def stream(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a stream of twelve seconds, with its manifest."""
    folder = tmp_path_factory.mktemp("elsewhere")
    draw_session(folder, "640x360", SEGMENTS)
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:1", '#EXT-X-MAP:URI="init.mp4"']
    lines += [f"#EXTINF:1.0,\n{number}.m4s" for number in range(SEGMENTS)]
    (folder / "source" / "direct.m3u8").write_text("\n".join(lines) + "\n")
    return folder / "source"


class Elsewhere:
    """Notes which other hosts a page asks."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        page.on("request", self._see)

    def _see(self, request) -> None:
        host = urlsplit(request.url).hostname
        if request.url.startswith("http") and host not in ("127.0.0.1", "localhost"):
            self.asked.append(host)


@pytest.fixture
def viewer(new_context, watch) -> Page:
    """A window in which the player of YouTube is answered for."""
    watch.allow(f"foreign host: https://({FRAME}|{LIVE_HOST})/")
    page = new_context().new_page()
    page.route(
        f"https://{FRAME}/**",
        lambda route: route.fulfill(body=PLAYER, content_type="text/html; charset=utf-8"),
    )
    return page


def watch_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Regarder sur youtube.com")


def test_nothing_is_asked_before_the_press(viewer: Page, framed: str):
    elsewhere = Elsewhere(viewer)
    viewer.goto(framed)
    expect(watch_button(viewer)).to_be_visible()
    expect(viewer.get_by_text("vient de YouTube (Google)")).to_be_visible()
    viewer.wait_for_load_state("networkidle")
    assert viewer.locator("iframe").count() == 0
    assert elsewhere.asked == []
    watch_button(viewer).click()
    frame = viewer.frame_locator(".outside__frame")
    expect(frame.get_by_role("heading")).to_have_text("Le lecteur d’en face")
    assert elsewhere.asked == [FRAME]
    assert viewer.context.cookies() == []
    viewer.get_by_role("button", name="Fermer l’image").click()
    expect(viewer.locator("iframe")).to_have_count(0)
    expect(watch_button(viewer)).to_be_focused()
    # The choice is not remembered.
    viewer.reload()
    expect(watch_button(viewer)).to_be_visible()
    assert viewer.locator("iframe").count() == 0
    assert elsewhere.asked == [FRAME]


def test_by_keyboard_and_for_everybody(viewer: Page, framed: str):
    viewer.goto(framed)
    button = watch_button(viewer)
    for size in (PHONE, {"width": 1280, "height": 900}):
        viewer.set_viewport_size(size)
        assert axe_faults(viewer) == []
        assert layout_faults(viewer) == []
    button.focus()
    viewer.keyboard.press("Enter")
    expect(viewer.locator(".outside__frame")).to_be_focused()
    assert axe_faults(viewer) == []
    viewer.set_viewport_size(PHONE)
    assert layout_faults(viewer) == []
    viewer.emulate_media(color_scheme="dark")
    assert axe_faults(viewer) == []


def test_the_team_takes_the_picture_off_and_puts_it_back(viewer: Page, framed: str, site: LiveSite):
    viewer.goto(framed)
    watch_button(viewer).click()
    expect(viewer.locator("iframe")).to_have_count(1)
    site.seed_from("outside", "switch('sur-youtube', True)")
    expect(viewer.get_by_text("L’équipe a retiré l’image")).to_be_visible()
    expect(viewer.locator("iframe")).to_have_count(0)
    site.seed_from("outside", "switch('sur-youtube', False)")
    expect(viewer.locator("iframe")).to_have_count(1)
    expect(viewer.get_by_text("L’équipe a retiré l’image")).to_be_hidden()


def test_who_watches_reads_that_the_picture_comes_from_another_place(
    viewer: Page, framed: str, site: LiveSite
):
    viewer.goto(framed)
    moved = viewer.get_by_text("L’image vient maintenant d’un autre endroit")
    expect(viewer.locator("[data-part=light]")).to_have_text("À l’antenne")
    site.seed_from("outside", "move('sur-youtube', '')")
    expect(moved).to_be_visible()
    site.seed_from("outside", f"move('sur-youtube', {YOUTUBE!r})")
    expect(moved).to_have_count(0)


def test_without_scripts_there_is_a_link(new_context, framed: str, streamed: str):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(framed)
    link = page.get_by_role("link", name="Regarder sur youtube.com")
    expect(link).to_have_attribute("href", YOUTUBE)
    assert page.locator("iframe").count() == 0
    page.goto(streamed)
    expect(page.locator(f'noscript a, a[href="{HLS}"]').first).to_have_attribute("href", HLS)


def test_hls_is_played_by_our_player_once_its_host_answers(
    viewer: Page, streamed: str, stream: Path, watch
):
    watch.allow("ERR_CONNECTION_REFUSED")
    elsewhere = Elsewhere(viewer)
    is_up = False

    def answer(route: Route) -> None:
        if not is_up:
            route.abort("connectionrefused")
            return
        name = urlsplit(route.request.url).path.rpartition("/")[2]
        kind = "application/vnd.apple.mpegurl" if name.endswith("m3u8") else "video/mp4"
        route.fulfill(path=stream / name, content_type=kind, headers=ANSWER)

    viewer.route(f"https://{LIVE_HOST}/**", answer)
    viewer.goto(streamed)
    host = viewer.locator("potager-live")
    expect(host.get_by_role("button", name=re.compile("Regarder en direct"))).to_be_visible()
    assert elsewhere.asked == []
    assert axe_faults(viewer) == []
    host.locator(".player__start").click()
    alert = host.get_by_role("alert")
    expect(alert).to_contain_text("live.example.org, d’où vient l’image, ne répond pas")
    is_up = True
    expect(alert).to_be_hidden()
    viewer.wait_for_function("document.querySelector('potager-live video').currentTime > 0")
    assert set(elsewhere.asked) == {LIVE_HOST}
    assert axe_faults(viewer) == []
