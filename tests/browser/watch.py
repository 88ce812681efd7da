"""What must never happen in a browser on our site, whatever a test looks at."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

OUR_HOSTS = {"localhost", "127.0.0.1"}


class Watch:
    """Notes the faults of the contexts it follows: errors, policy violations, foreign hosts, 5xx.

    Chromium reports violations of the content security policy as console errors.
    """

    def __init__(self) -> None:
        self.faults: list[str] = []
        self._allowed: list[re.Pattern[str]] = []

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._hear)
        context.on("weberror", self._catch)
        context.on("request", self._see_request)
        context.on("response", self._see_response)

    def allow(self, pattern: str) -> None:
        """Let faults pass that match `pattern`: those that the test provokes itself."""
        self._allowed.append(re.compile(pattern))

    def check(self) -> None:
        """Fail with the faults noted so far, and forget them."""
        faults = [
            fault for fault in self.faults if not any(one.search(fault) for one in self._allowed)
        ]
        self.faults.clear()
        assert not faults, "\n".join(faults)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note("console", f"{message.text} {message.location.get('url', '')}")

    def _catch(self, error: WebError) -> None:
        self._note("page error", str(error.error))

    def _see_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.hostname not in OUR_HOSTS:
            self._note("foreign host", request.url)

    def _see_response(self, response: Response) -> None:
        if response.status >= 500:
            self._note(f"status {response.status}", response.url)

    def _note(self, kind: str, text: str) -> None:
        self.faults.append(f"{kind}: {text}")
