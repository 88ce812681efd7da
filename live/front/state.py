"""The state of a live programme for every screen: /state/live/<run>.json.

`/state/live/programme-<number of its page>.json` is the same for whichever run the page has: a page
that waits for the show learns from it that it began.
"""

import json
import re

from django.conf import settings

from front.protocol import Receive, Scope, Send
from front.snapshots import Snapshots
from live.domain.public_state import public_state
from live.front.viewers import Viewers

MOST_COUNTED = 1024
_ADDRESS = re.compile(r"/state/live/(?P<key>[0-9a-f]{16}|programme-\d{1,18})\.json")


class RunStates(Snapshots):
    """ASGI application for /state/live/."""

    def __init__(self) -> None:
        super().__init__(self._bytes, _ADDRESS, "RUN-404", "There is no such programme on air.")
        self._viewers = Viewers()
        self._told: dict[str, float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match = _ADDRESS.fullmatch(scope["path"])
        if match is not None and match["key"] in self._told:
            self._viewers.note(match["key"], self._told[match["key"]])
        await super().__call__(scope, receive, send)

    def _bytes(self, key: str) -> bytes | None:
        state = public_state(key)
        if state is None:
            return None
        if len(self._told) >= MOST_COUNTED:
            self._told.clear()
        self._told[key] = state["ask_again_after_s"]
        # Who has the page of a picture from elsewhere open may not watch it: that other site knows.
        is_known = settings.COUNT_VIEWERS and not state.get("outside")
        state["viewers"] = self._viewers.about(key) if is_known else None
        return json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode()
