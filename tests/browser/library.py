"""The film library of the CMS as an editor handles it."""

import base64
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

ADD_PATH = "/admin/media/video/add/"


class UploadPage:
    """The screen that takes films in."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.input = page.locator("#film-file")
        self.rows = page.locator("film-uploads .film-upload")

    def open(self) -> "UploadPage":
        self.page.goto(ADD_PATH)
        return self

    def slow_down(self, bytes_per_s: int) -> None:
        """Let this window send no faster, so that an upload can be seen on its way."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        limits = {"offline": False, "latency": 0, "downloadThroughput": -1}
        session.send(
            "Network.emulateNetworkConditions", {**limits, "uploadThroughput": bytes_per_s}
        )

    def row(self, name: str) -> Locator:
        """Return the row of the file called `name`."""
        return self.rows.filter(has=self.page.get_by_text(name, exact=True))

    def drop(self, *files: Path) -> None:
        """Drag files from the desktop and drop them on the zone."""
        contents = [[file.name, base64.b64encode(file.read_bytes()).decode()] for file in files]
        carried = self.page.evaluate_handle(
            """files => {
              const carried = new DataTransfer();
              for (const [name, text] of files) {
                const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
                carried.items.add(new File([bytes], name, { type: "video/mp4" }));
              }
              return carried;
            }""",
            contents,
        )
        zone = self.page.locator(".film-drop")
        for name in ("dragenter", "dragover"):
            zone.dispatch_event(name, {"dataTransfer": carried})
        expect(zone).to_have_class(re.compile("film-drop--over"))
        zone.dispatch_event("drop", {"dataTransfer": carried})

    def await_state(self, name: str, state: str) -> None:
        """Return once the row of `name` is `sending`, `waiting`, `paused` or `arrived`."""
        expect(self.row(name)).to_have_attribute("data-state", state)

    def await_film(self, name: str, state: str = "ready") -> Locator:
        """Return the row of `name` once its film is `ready` or `failed`."""
        self.await_state(name, "arrived")
        row = self.row(name)
        expect(row.locator(f".film-state--{state}")).to_be_visible()
        return row
