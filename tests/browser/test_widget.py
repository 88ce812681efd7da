"""The button in the pages of others: plain, sandboxed, without cookies, without scripts, fifty."""

import html
import json
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import PERSON
from tests.browser.looks import axe_faults
from tests.browser.places import PAGES
from tests.browser.pressing import LOOKED_AT_MS
from tests.browser.site import LiveSite, wait_until

HOSTS = ("zoezoezoe1", "maxmaxmax2")
EVERYTHING = "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox"
_numbers = count(1)


class Blog:
    """A site of somebody else, on a name and port of its own."""

    def __init__(self, address: str, pages: dict[str, tuple[str, dict[str, str]]]) -> None:
        self.address = address
        self._pages = pages

    def put(self, body: str, path: str = "/", **headers: str) -> str:
        """Publish `body` and return its address."""
        head = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Blog</title>'
        icon = '<link rel="icon" href="data:,"></head>'
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._pages[path] = (f"{head}{icon}<body><h1>Blog</h1>{body}</body></html>", named)
        return self.address + path


def serve_blog(name: str) -> tuple[Blog, ThreadingHTTPServer]:
    pages: dict[str, tuple[str, dict[str, str]]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, headers = pages.get(self.path, ("", {}))
            self.send_response(200)
            for one in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(*one)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return Blog(f"http://{name}:{server.server_port}", pages), server


@pytest.fixture(scope="module")
def blog() -> Iterator[Blog]:
    """For a browser, 127.0.0.1 is another site than localhost."""
    blog, server = serve_blog("127.0.0.1")
    yield blog
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def meter(site: LiveSite) -> str:
    made = "; ".join(
        f"EmbedHost.objects.create(key='{key}', name='{key}', address='https://{key}.example/')"
        for key in HOSTS
    )
    site.inside.run(f"from campaigns.models import EmbedHost; {made}")
    found = re.search(r'data-meter="([0-9a-f]{16})"', site.get(PAGES["campaign"]))
    assert found
    return found[1]


@pytest.fixture
def clicks(site: LiveSite, meter: str) -> Callable[[], int]:
    """Return how many clicks the public counter shows."""

    def clicks() -> int:
        return json.loads(site.get(f"/state/{meter}.json"))["by_kind"].get("click", 0)

    return clicks


@pytest.fixture
def somebody(new_context) -> Callable[..., Page]:
    """Open the browser of somebody who differs from everybody before."""

    def somebody(**options: Any) -> Page:
        return new_context(user_agent=f"{PERSON} Reader/{next(_numbers)}", **options).new_page()

    return somebody


@pytest.fixture
def frame_code(site: LiveSite, meter: str) -> Callable[..., str]:
    def frame_code(sandbox: str | None = None, host: str = HOSTS[0], language: str = "fr") -> str:
        held = "" if sandbox is None else f' sandbox="{sandbox}"'
        address = f"{site.address}/vignette/{meter}/cadre/?hote={host}&amp;langue={language}"
        return f'<iframe src="{address}" width="400" height="360"{held}></iframe>'

    return frame_code


def player_code(site: LiveSite, page_path: str) -> str:
    """Return the code that a page says others may embed, as a blog's software asks for it."""
    described = re.search(r'href="([^"]+format=json[^"]+)"', site.get(page_path))
    assert described
    address = html.unescape(described[1]).removeprefix(site.address)
    return json.loads(site.get(address))["html"]


def block_third_party_cookies(page: Page) -> None:
    """Set the browser of `page` as many people have theirs."""
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send(
        "Network.setCookieControls",
        {
            "enableThirdPartyCookieRestriction": True,
            "disableThirdPartyCookieMetadata": True,
            "disableThirdPartyCookieHeuristics": True,
        },
    )


def press(frame: FrameLocator) -> None:
    frame.get_by_role("button").click()


def expect_counted(frame: FrameLocator) -> None:
    expect(frame.get_by_role("status")).to_contain_text("Compté. Merci")


def expect_known(frame: FrameLocator) -> None:
    expect(frame.get_by_role("status")).to_contain_text("déjà compté")


def test_a_plain_page(blog: Blog, somebody, frame_code, clicks):
    page, before = somebody(), clicks()
    page.goto(blog.put(frame_code()))
    frame = page.frame_locator("iframe")
    press(frame)
    expect_counted(frame)
    expect(frame.get_by_role("button")).to_have_count(0)
    expect(frame.get_by_role("status")).to_be_focused()
    wait_until(lambda: clicks() == before + 1, "the public counter shows the click")
    assert page.context.cookies() == []
    with page.expect_popup() as opened:
        frame.get_by_role("link", name="Voir mon reçu").click()
    expect(opened.value.get_by_role("heading", level=1)).to_be_visible()
    assert "/recu/" in opened.value.url


def test_once_per_person_day_and_host(blog: Blog, somebody, frame_code, clicks):
    page, before = somebody(), clicks()
    for host, expect_end in (
        (HOSTS[0], expect_counted),
        (HOSTS[0], expect_known),
        (HOSTS[1], expect_counted),
        (HOSTS[1], expect_known),
    ):
        page.goto(blog.put(frame_code(EVERYTHING, host)))
        press(page.frame_locator("iframe"))
        expect_end(page.frame_locator("iframe"))
    wait_until(lambda: clicks() == before + 2, "two hosts have brought one click each")


def test_a_sandbox_that_allows_scripts_only(blog: Blog, somebody, frame_code, clicks, watch):
    watch.allow("Blocked opening")
    page, before = somebody(), clicks()
    page.goto(blog.put(frame_code("allow-scripts")))
    frame = page.frame_locator("iframe")
    press(frame)
    expect_counted(frame)
    wait_until(lambda: clicks() == before + 1, "the public counter shows the click")
    # A link can open nothing there: its address stands in its place.
    frame.get_by_role("link", name="Voir mon reçu").click()
    expect(frame.get_by_role("status")).to_contain_text("/recu/")


def test_a_sandbox_written_into_the_page(blog: Blog, somebody, frame_code):
    inner = frame_code().replace('"', "'")
    page = somebody()
    page.goto(
        blog.put(f'<iframe sandbox="allow-scripts" width="500" height="500" srcdoc="{inner}">')
    )
    frame = page.frame_locator("iframe").frame_locator("iframe")
    press(frame)
    expect_counted(frame)


def test_a_lost_connection_costs_nothing(blog: Blog, somebody, frame_code, clicks, watch):
    watch.allow("ERR_CONNECTION_RESET")
    page, lost, before = somebody(), [], clicks()

    def lose_the_first(route: Any) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route)
            route.abort("connectionreset")

    page.context.route("**/acts/**", lose_the_first)
    page.goto(blog.put(frame_code(EVERYTHING)))
    press(page.frame_locator("iframe"))
    expect_counted(page.frame_locator("iframe"))
    wait_until(lambda: clicks() == before + 1, "one click has counted")


def test_third_party_cookies_blocked(blog: Blog, somebody, frame_code, clicks):
    page, before = somebody(), clicks()
    block_third_party_cookies(page)
    third, server = serve_blog("localhost")
    crumbs = third.put("Miettes", Set_Cookie="miette=1; SameSite=None; Secure")
    address = blog.put(f'<iframe src="{crumbs}"></iframe>{frame_code()}')
    try:
        for expect_end in (expect_counted, expect_known):
            page.goto(address)
            expect(page.frame_locator("iframe >> nth=0").get_by_text("Miettes")).to_be_visible()
            frame = page.frame_locator("iframe >> nth=1")
            press(frame)
            expect_end(frame)
    finally:
        server.shutdown()
        server.server_close()
    # This browser does block them.
    assert page.context.cookies() == []
    wait_until(lambda: clicks() == before + 1, "one click has counted")


def test_scripts_off(blog: Blog, somebody, frame_code, clicks):
    page, before = somebody(java_script_enabled=False), clicks()
    page.goto(blog.put(frame_code(EVERYTHING)))
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("button")).to_be_visible()
    page.wait_for_timeout(LOOKED_AT_MS)
    with page.expect_popup() as opened:
        press(frame)
    expect(opened.value.get_by_role("heading", level=1)).to_be_visible()
    assert "/recu/" in opened.value.url
    wait_until(lambda: clicks() == before + 1, "the public counter shows the click")


def test_scripts_and_forms_off(blog: Blog, somebody, frame_code, watch):
    watch.allow("Blocked script execution")
    page = somebody(java_script_enabled=False)
    page.goto(blog.put(frame_code("allow-popups allow-popups-to-escape-sandbox")))
    with page.expect_popup() as opened:
        page.frame_locator("iframe").get_by_role("link", name="La campagne").click()
    opened.value.wait_for_url(f"**{PAGES['campaign']}")


def test_fifty_on_one_page(blog: Blog, somebody, site: LiveSite, meter: str, clicks):
    code = f'<potager-vignette meter="{meter}" host="{HOSTS[0]}"></potager-vignette>'
    script = f'<script async src="{site.address}/static/campaigns/vignette.js"></script>'
    page, before = somebody(), clicks()
    page.goto(blog.put((script + code) * 50))
    frames = page.locator("potager-vignette iframe")
    expect(frames).to_have_count(50)
    tokens = set()
    for number in range(50):
        frames.nth(number).scroll_into_view_if_needed()
        token = frames.nth(number).content_frame.locator("[name=token]")
        tokens.add(token.get_attribute("value"))
    assert len(tokens) == 50
    assert set(frames.evaluate_all("all => all.map((one) => one.title)")) == {"Bouton solidaire"}
    first, last = frames.nth(0).content_frame, frames.nth(49).content_frame
    press(last)
    expect_counted(last)
    assert first.get_by_role("status").text_content() == ""
    press(first)
    expect_known(first)
    wait_until(lambda: clicks() == before + 1, "one click has counted")


def test_the_element_follows_its_attributes(blog: Blog, somebody, site: LiveSite, meter: str):
    script = f'<script src="{site.address}/static/campaigns/vignette.js"></script>'
    page = somebody()
    page.goto(
        blog.put(f'{script}<potager-vignette meter="x"><a href="/">Lien</a></potager-vignette>')
    )
    expect(page.get_by_role("link", name="Lien")).to_be_visible()
    element = page.locator("potager-vignette")
    element.evaluate(
        "(one, meter) => { one.setAttribute('meter', meter); one.lang = 'en'; }", meter
    )
    frame = element.locator("iframe")
    expect(frame).to_have_attribute("title", "Solidarity button")
    expect(frame.content_frame.get_by_role("button")).to_contain_text("I give")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_frame_is_usable_by_all(site: LiveSite, somebody, meter: str, scheme: str):
    # The frame allows no style that axe would set for a moment.
    page = somebody(color_scheme=scheme, bypass_csp=True)
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto(f"/vignette/{meter}/cadre/")
    assert axe_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == ("rgb(255, 248, 236)" if scheme == "light" else "rgb(27, 20, 16)")


def test_a_code_is_made_and_works_elsewhere(blog: Blog, somebody, meter: str, clicks):
    page, before = somebody(), clicks()
    page.goto(f"/vignette/{meter}/")
    assert axe_faults(page) == []
    page.get_by_label("Nom de votre site").fill("Le blog de Zoé")
    page.get_by_label("Adresse de votre site").fill("mon blog")
    page.get_by_role("button", name="Faire mon code").click()
    expect(page.get_by_label("Nom de votre site")).to_have_value("Le blog de Zoé")
    page.get_by_label("Adresse de votre site").fill("https://zoe.example")
    page.get_by_role("button", name="Faire mon code").click()
    page.wait_for_url("**/?hote=*")
    code = page.locator("code").nth(1).text_content()
    assert code is not None
    assert code.startswith("<iframe")
    page.goto(blog.put(code))
    press(page.frame_locator("iframe"))
    expect_counted(page.frame_locator("iframe"))
    wait_until(lambda: clicks() == before + 1, "the public counter shows the click")


def test_a_film_plays_and_counts_without_a_cookie(
    blog: Blog, somebody, site: LiveSite, film_page: str, meter: str
):
    def views() -> int:
        return json.loads(site.get(f"/state/{meter}.json"))["by_kind"].get("view", 0)

    page, before = somebody(), views()
    page.goto(blog.put(player_code(site, film_page)))
    frame = page.frame_locator("iframe")
    frame.locator(".player__start").click()
    wait_until(lambda: views() == before + 1, "the public counter shows the view")
    assert page.context.cookies() == []
    with page.expect_popup() as opened:
        frame.locator(".framed__line a").first.click()
    opened.value.wait_for_url(f"**{film_page}")


def test_the_framed_player_is_usable_by_all(somebody, film_page: str, site: LiveSite):
    found = re.search(r"/lecteur/\d+/", player_code(site, film_page))
    assert found
    page = somebody()
    page.set_viewport_size({"width": 320, "height": 240})
    page.goto(found[0])
    assert axe_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
