"""The team opens feeds, an encoder publishes, and a guest joins from a browser with a camera."""

import re
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.feeds import TITLE
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.site import LiveSite
from tests.browser.watch import Watch

FAKE_CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
# What a guest's own browser is asked for, where the camera is not a real one.
ALLOWED = ["camera", "microphone"]


@pytest.fixture(scope="module")
def programme(own_lives, site) -> None:
    site.seed_from("feeds", "open_programme()")


@pytest.fixture
def desk(programme, new_context: NewContext, editor_cookies) -> Page:
    """The editor's screen of the programme's feeds."""
    page = new_context(storage_state=editor_cookies).new_page()
    page.goto("/admin/pages/search/?q=tour")
    page.get_by_role("link", name=TITLE, exact=True).first.click()
    page.get_by_role("button", name="Actions").first.click()
    page.get_by_role("link", name="Flux", exact=True).first.click()
    expect(page.get_by_role("heading", name="Ajouter un flux")).to_be_visible()
    return page


def add_feed(desk: Page, name: str) -> None:
    desk.get_by_label("Nom").fill(name)
    desk.get_by_role("button", name="Ajouter", exact=True).click()


@pytest.fixture
def camera(browser_type, browser_type_launch_args, site, watch: Watch) -> Iterator[BrowserContext]:
    """A guest's browser, whose camera and microphone are drawn."""
    arguments = [*browser_type_launch_args["args"], *FAKE_CAMERA]
    browser: Browser = browser_type.launch(**{**browser_type_launch_args, "args": arguments})
    context = browser.new_context(
        base_url=site.address,
        locale="fr-FR",
        permissions=ALLOWED,
        viewport={"width": 390, "height": 844},
    )
    watch.follow(context)
    yield context
    browser.close()


def test_a_feed_is_opened_and_lights_up_when_an_encoder_publishes(site: LiveSite, desk: Page):
    add_feed(desk, "Plateau")
    key = desk.get_by_label("Clé de diffusion", exact=True).input_value()
    server = desk.get_by_label("Serveur", exact=True).input_value()
    assert server == f"rtmp://localhost:{site.rtmp_port}/live"
    assert axe_faults(desk, ".feeds") == []
    assert layout_faults(desk, ".feeds") == []
    row = desk.locator(".feed", has_text="Plateau")
    expect(row).to_contain_text("Personne n’a encore rien envoyé")
    picture = ["-re", "-f", "lavfi", "-i", "testsrc=size=320x180:rate=25"]
    coding = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "25"]
    encoder = subprocess.Popen(
        ["ffmpeg", "-v", "error", "-nostdin", *picture, *coding, "-f", "flv", f"{server}/{key}"]
    )
    try:
        expect(row).to_contain_text("320 × 180")
        expect(row.locator(".feed__light--on")).to_have_count(1)
        # A changed key cuts the sender off, who hears why.
        row.get_by_role("button", name="Changer la clé").click()
        assert encoder.wait(timeout=30) != 0
        expect(row).to_contain_text("la clé a changé")
        new = desk.get_by_label("Clé de diffusion", exact=True).input_value()
        assert new != key
    finally:
        encoder.kill()
        encoder.wait()


def test_a_guest_tests_joins_is_on_air_and_leaves(site: LiveSite, desk: Page, camera):
    add_feed(desk, "Nairobi")
    row = desk.locator(".feed", has_text="Nairobi")
    row.get_by_role("button", name="Inviter une personne").click()
    link = desk.get_by_label("Lien", exact=True).input_value()
    guest = camera.new_page()
    guest.goto(link)
    assert axe_faults(guest, "main") == []
    assert layout_faults(guest, "main") == []
    sign = guest.locator(".booth__sign")
    guest.get_by_role("button", name="Tester la caméra et le micro").press("Enter")
    expect(sign).to_have_text("Personne d’autre ne voit ceci")
    expect(guest.get_by_label("Caméra", exact=True).locator("option")).not_to_have_count(0)
    # The drawn microphone beeps once a second.
    expect(guest.locator("meter")).not_to_have_js_property("value", 0)
    assert axe_faults(guest, "main") == []
    expect(guest.get_by_role("button", name="Rejoindre maintenant")).to_be_focused()
    guest.keyboard.press("Enter")
    expect(sign).to_have_text(re.compile("^En liaison"))
    expect(row).to_contain_text("navigateur")
    site.seed_from("feeds", 'put_on_air("Nairobi")')
    expect(sign).to_have_text("À L’ANTENNE")
    guest.get_by_role("button", name="Quitter").click()
    expect(sign).to_have_text("Caméra éteinte")
    expect(row).to_contain_text("l’envoi s’est arrêté")
    assert link not in (site.data_dir / "serve.log").read_text()


def test_a_guest_without_camera_or_with_an_old_link_reads_what_to_do(
    desk: Page, new_context, watch: Watch
):
    add_feed(desk, "Lima")
    row = desk.locator(".feed", has_text="Lima")
    row.get_by_role("button", name="Inviter une personne").click()
    link = desk.get_by_label("Lien", exact=True).input_value()
    guest = new_context().new_page()
    guest.goto(link)
    guest.get_by_role("button", name="Tester la caméra et le micro").click()
    expect(guest.get_by_role("alert")).to_contain_text("refaites le test")
    row.get_by_role("button", name="Révoquer le lien").click()
    expect(row).to_contain_text("Lien d’invitation : aucun")
    watch.allow("410")
    guest.reload()
    expect(guest.get_by_role("heading", level=1)).to_have_text("Ce lien n’est plus valable")
