"""A whole programme, as a viewer lives it: three senders, a showcaller, questions, and accidents.

One viewer watches from the first picture to the last without a reload, while a duplex drops and
returns, and worker, web process and door of the feeds are killed, each once. Then the replay's
chapters are compared with what is really seen at their seconds.
"""

import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from time import time

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import log_in
from tests.browser.show import HEIGHTS_PX, LINES, TITLE, key_of
from tests.browser.site import PATIENCE_S, LiveSite, wait_until
from tests.browser.test_control_room import part, start_with_keys

SLATE_PX = 720
CHAPTER_WITHIN_S = 2.0
# A viewer of a live has less in hand than that.
AT_HAND_S = 10
AGAIN_AFTER_S = 0.5
QUESTION = "Qui arrose le jardin quand il pleut ?"
THEME = "/themes/donner/"
# A viewer whose requests fail for a moment reads of it in the console, and tries again.
CUT_OFF = (
    "ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|ABORTED|CONTENT_LENGTH|INCOMPLETE)"
)


class Sender:
    """An encoder that publishes, and comes back by itself when it is cut off."""

    def __init__(self, film: Path, address: str) -> None:
        source = ["-re", "-stream_loop", "-1", "-i", str(film), "-c", "copy", "-f", "flv"]
        self._command = ["ffmpeg", "-nostdin", "-v", "quiet", *source, address]
        self._leaves = threading.Event()
        self._thread = threading.Thread(target=self._send)
        self._thread.start()

    def leave(self) -> None:
        """Stop publishing."""
        self._leaves.set()
        self._thread.join()

    def _send(self) -> None:
        while not self._leaves.is_set():
            encoder = subprocess.Popen(self._command, stdin=subprocess.DEVNULL)
            while encoder.poll() is None and not self._leaves.wait(AGAIN_AFTER_S):
                pass
            encoder.kill()
            encoder.wait()
            self._leaves.wait(AGAIN_AFTER_S)


@pytest.fixture(scope="module")
def path(own_lives, site: LiveSite, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Path of the programme, which begins now."""
    file = tmp_path_factory.mktemp("show") / "path"
    site.seed_from("show", f"announce({str(file)!r})")
    return file.read_text()


@pytest.fixture
def senders(path: str, site: LiveSite, tmp_path: Path) -> Iterator[Callable[[str], Sender]]:
    """Let somebody publish on a feed, with a picture of its own height."""
    films = {name: draw(tmp_path / f"{name}.flv", px) for name, px in HEIGHTS_PX.items()}
    with ExitStack() as stack:

        def send(name: str) -> Sender:
            address = f"rtmp://localhost:{site.rtmp_port}/live/{key_of(name)}"
            sender = Sender(films[name], address)
            stack.callback(sender.leave)
            return sender

        yield send


def draw(target: Path, height_px: int) -> Path:
    """Draw ten seconds as an encoder sends them, encoded once so that sending costs nothing."""
    size = f"{height_px * 16 // 9 // 2 * 2}x{height_px}"
    picture = ["-f", "lavfi", "-i", f"testsrc2=size={size}:rate=25"]
    coding = ["-c:v", "libx264", "-preset", "ultrafast", "-profile:v", "main", "-bf", "0"]
    coding += [
        "-pix_fmt",
        "yuv420p",
        "-g",
        "25",
        "-sc_threshold",
        "0",
        "-b:v",
        "500k",
        "-c:a",
        "aac",
    ]
    subprocess.run(
        ["ffmpeg", "-nostdin", "-v", "error", *picture, "-f", "lavfi", "-i", "sine", "-t", "10",
         *coding, str(target)],
        check=True,
    )  # fmt: skip
    return target


class Viewer:
    """Somebody who opened the page once, and watches."""

    def __init__(self, page: Page, path: str) -> None:
        self.page = page
        page.goto(path)
        self.host = page.locator("potager-live")
        self.video = self.host.locator("video")
        self.host.locator(".player__start").click()

    def await_picture(self, height_px: int) -> None:
        """Return when the picture is so high, and moves."""
        at_s = self._at_s()
        wait_until(
            lambda: self._height_px() == height_px and self._at_s() > at_s + 1,
            f"a moving picture {height_px} px high is seen; now {self._height_px()}",
        )

    def await_progress(self) -> None:
        """Return when the viewer has seen more than what was at hand: pictures made since."""
        at_s = self._at_s()
        wait_until(lambda: self._at_s() > at_s + AT_HAND_S, "the picture goes on")

    def _height_px(self) -> int:
        return self.video.evaluate("video => video.videoHeight")

    def _at_s(self) -> float:
        return self.video.evaluate("video => video.currentTime")


def take(room: Page, line: str) -> float:
    """Go on to `line`; return when, in seconds."""
    at_s = time()
    room.keyboard.press("t")
    expect(part(room, "now")).to_have_text(line)
    return at_s


def ask(page: Page) -> None:
    page.goto(f"{THEME}poser/")
    page.get_by_label("Votre question").fill(QUESTION)
    page.get_by_role("button", name="Envoyer ma question").click()
    page.wait_for_url("**/ma-question/**")


def approve(desk: Page) -> None:
    desk.goto("/admin/moderation/")
    row = desk.locator(".desk__row", has_text=QUESTION)
    row.focus()
    desk.keyboard.press("a")
    expect(row).to_contain_text("Affichée.")


def vote(page: Page) -> None:
    """Vote on the list; a copy of a moment before may not show the question yet."""
    mine = page.locator(".question", has_text=QUESTION)

    def is_shown() -> bool:
        page.goto(f"{THEME}questions/nouvelles/")
        return mine.count() == 1

    wait_until(is_shown, "the list shows the approved question")
    mine.locator(".vote__button").click()
    expect(mine.locator(".vote__button")).to_have_attribute("aria-pressed", "true")


def choose(room: Page) -> Locator:
    question = room.locator("[data-question]", has_text=QUESTION)
    expect(question).to_be_visible()
    question.click()
    return question


def recorded(site: LiveSite, file: Path) -> dict:
    site.seed_from("show", f"note_recording({str(file)!r})")
    return json.loads(file.read_text())


def test_the_show_goes_on(site: LiveSite, path: str, senders, new_context, watch, tmp_path: Path):
    watch.allow(CUT_OFF)
    room = new_context().new_page()
    log_in(room, site, "regie")
    room.goto("/admin/live/")
    room.get_by_role("link", name=TITLE, exact=True).click()
    start_with_keys(room)
    senders("Studio"), senders("Nairobi")
    dakar = senders("Dakar")
    for name in HEIGHTS_PX:
        expect(part(room, "feeds").locator("li", has_text=name)).to_contain_text("Mbit/s")
    taken_at_s = {}
    taken_at_s["Accueil"] = take(room, "Accueil")
    viewer = Viewer(new_context().new_page(), path)
    page = viewer.page
    viewer.await_picture(HEIGHTS_PX["Studio"])
    expect(page.locator("[data-part=now]")).to_contain_text("Accueil")

    # A question: asked, approved, voted for, on air, answered.
    asker, desk = new_context().new_page(), new_context().new_page()
    ask(asker)
    log_in(desk, site, "moderator")
    approve(desk)
    vote(asker)
    site.kill("manage.py worker")
    choose(room)
    room.keyboard.press("q")
    expect(part(room, "question")).to_contain_text(QUESTION)
    expect(page.locator("[data-part=words]")).to_have_text(QUESTION)
    room.keyboard.press("a")
    expect(part(room, "aired")).to_contain_text(QUESTION)
    expect(page.locator("[data-part=question]")).to_be_hidden()

    taken_at_s["Le jardin d’Awa"] = take(room, "Le jardin d’Awa")
    viewer.await_picture(HEIGHTS_PX["Dakar"])
    dakar.leave()
    viewer.await_picture(SLATE_PX)
    expect(page.locator("[data-part=gone]")).not_to_be_empty()
    senders("Dakar")
    viewer.await_picture(HEIGHTS_PX["Dakar"])
    expect(page.locator("[data-part=gone]")).to_be_empty()

    site.kill("uvicorn portal.asgi")
    viewer.await_progress()
    taken_at_s["Nairobi"] = take(room, "Nairobi")
    viewer.await_picture(HEIGHTS_PX["Nairobi"])
    # Its chapter must outlast the two seconds in which the replay has to show it.
    viewer.await_progress()
    site.kill("manage.py ingest")
    viewer.await_progress()
    viewer.await_picture(HEIGHTS_PX["Nairobi"])

    taken_at_s["Au revoir"] = take(room, "Au revoir")
    viewer.await_picture(HEIGHTS_PX["Studio"])
    expect(page.locator("[data-part=now]")).to_contain_text("Au revoir")
    room.keyboard.press("e")
    room.locator("[name=confirm]").check()
    room.locator('[data-dialog="finish"] [type=submit]').click()
    expect(part(room, "light")).to_have_text("Terminé")
    expect(viewer.host.locator(".live-player__over")).to_be_visible()
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1

    facts = tmp_path / "recording.json"
    wait_until(lambda: recorded(site, facts)["is_there"], "the worker opens the replay")
    site.seed_from("show", "publish_replay()")
    recording = recorded(site, facts)
    check_chapters(recording, taken_at_s)
    check_replay(new_context().new_page(), path, recording)


def check_chapters(recording: dict, taken_at_s: dict[str, float]) -> None:
    """Compare each chapter with what is seen there, and with when its key was pressed."""
    chapters = [one for one in recording["chapters"] if not one["is_answer"]]
    assert [one["title"] for one in chapters] == list(LINES)
    for chapter in chapters:
        there = seen_at(recording, chapter["at_s"])
        made_at_s = there["made_at_s"] + chapter["at_s"] - there["from_s"]
        assert abs(made_at_s - taken_at_s[chapter["title"]]) <= CHAPTER_WITHIN_S, chapter
        assert feed_from(recording, chapter["at_s"] + CHAPTER_WITHIN_S) == LINES[chapter["title"]]
    (answer,) = [one for one in recording["chapters"] if one["is_answer"]]
    assert answer["title"].replace("\N{NO-BREAK SPACE}", " ") == QUESTION
    assert chapters[0]["at_s"] < answer["at_s"] < chapters[1]["at_s"]


def seen_at(recording: dict, at_s: float) -> dict:
    """Return what the replay shows at a second of it."""
    return next(one for one in recording["seen"] if at_s < one["to_s"])


def feed_from(recording: dict, at_s: float) -> str:
    """Return whose picture is seen at a second of the replay; a slate tells whose comes next.

    Whatever comes late gets a second of slate: that is the sender's truth, not the chapter's.
    """
    return next(one["feed"] for one in recording["seen"] if at_s < one["to_s"] and one["feed"])


def check_replay(page: Page, path: str, recording: dict) -> None:
    """Press a chapter of the public page: two seconds on, its picture is seen."""
    page.goto(path)
    chapters = page.locator(".chapters__one")
    expect(chapters).to_have_count(len(recording["chapters"]))
    chapters.filter(has_text="Nairobi").get_by_role("link").first.click()
    video = page.locator("video")
    start = page.locator(".player__start")
    expect(start.or_(page.locator(".player__bar")).first).to_be_visible()
    if start.is_visible():
        start.click()
    at_s = next(one["at_s"] for one in recording["chapters"] if one["title"] == "Nairobi")
    wait_until(
        lambda: video.evaluate("v => v.currentTime") >= at_s + CHAPTER_WITHIN_S,
        "the replay plays from the chapter",
    )
    assert video.evaluate("v => v.videoHeight") == HEIGHTS_PX["Nairobi"]
    assert video.evaluate("v => v.currentTime") < at_s + PATIENCE_S
