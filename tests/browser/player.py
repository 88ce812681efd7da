"""The film player as a viewer handles it."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.site import wait_until


class Player:
    """The one player of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.host = page.locator("potager-player")
        self.video = page.locator("potager-player video")
        self.settings = self.host.locator(".player__settings")

    def start(self) -> None:
        """Press the big button and return once the film moves and the controls are there."""
        self.host.locator(".player__start").click()
        self.await_that("video.currentTime > 0 && !video.seeking && video.readyState >= 3")
        expect(self.host.locator(".player__bar")).to_be_visible()

    def ask(self, expression: str) -> Any:
        """Return the value of a JavaScript `expression` about `video`."""
        return self.video.evaluate(f"video => {expression}")

    def await_that(self, condition: str) -> None:
        """Return once a JavaScript `condition` about `video` holds."""
        wait_until(lambda: bool(self.ask(condition)), condition)

    def await_advance(self, by_s: float = 1) -> None:
        """Return once the film has gone on by `by_s` seconds."""
        start_s = self.ask("video.currentTime")
        self.await_that(f"video.currentTime >= {start_s + by_s}")

    def pause_at(self, seconds: float) -> None:
        """Hold the film at a moment, by the script of the page."""
        self.ask(f"{{ video.pause(); video.currentTime = {seconds} }}")
        self.await_that(f"!video.seeking && Math.abs(video.currentTime - {seconds}) < 0.3")

    def choose(self, group: str, value: str) -> None:
        """Take a choice in the panel behind the gear: `quality`, `speed` or `captions`."""
        if not self.settings.is_visible():
            self.host.locator(".player__gear").click()
        self.choice(group, value).check()

    def choice(self, group: str, value: str) -> Locator:
        """Return the radio button of a choice."""
        return self.settings.locator(f'[data-group="{group}"] input[value="{value}"]')

    def shown_cue(self) -> str:
        """Return the caption on screen, or nothing."""
        return self.ask(
            "[...video.textTracks].filter(track => track.mode === 'showing'"
            " && ['captions', 'subtitles'].includes(track.kind))"
            ".flatMap(track => [...(track.activeCues ?? [])].map(cue => cue.text)).join(' / ')"
        )
