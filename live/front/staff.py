"""What the control room shows, for each of the team: /live-staff/<run>, asked twice a second.

Answered beside Django: many screens that ask twice a second would keep its few threads busy. Who
has what is there already gets no body. Built at most four times a second whoever asks, so a change
is on every screen within a second.
"""

import json
import re
from datetime import UTC, datetime
from time import monotonic

from django.conf import settings

from front.database import ask
from front.protocol import Receive, Scope, Send, problem
from front.session import cookies, team_member
from front.snapshots import Keeper, is_reading, send_kept
from live.domain.rights import may_watch
from live.domain.staff_state import staff_state
from live.models import Run
from users.models import User

KEPT_S = 0.25
# So long after somebody lost the right, or logged out, their screen goes on at most.
TRUSTED_S = 5.0
MOST_TRUSTED = 1024
_ADDRESS = re.compile(r"/live-staff/(?P<key>[0-9a-f]{16})")
_PRIVATE = [("cache-control", "private, no-store"), ("vary", "Cookie")]


class StaffStates:
    """ASGI application for /live-staff/."""

    def __init__(self) -> None:
        self._keeper = Keeper(staff_bytes, KEPT_S)
        self._trusted: dict[str, float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not await is_reading(scope, send):
            return
        if not await self._may_watch(scope):
            await problem(send, 403, "RUN-403", "Log in as somebody who may see the control room.")
            return
        match = _ADDRESS.fullmatch(scope["path"])
        kept = await self._keeper.fresh(match["key"]) if match else None
        if kept is None or kept.body is None:
            await problem(send, 404, "RUN-404", "There is no such programme on air.")
            return
        now_ms = round(datetime.now(UTC).timestamp() * 1000)
        await send_kept(scope, send, kept, [*_PRIVATE, ("x-server-now", str(now_ms))])

    async def _may_watch(self, scope: Scope) -> bool:
        session = cookies(scope).get(settings.SESSION_COOKIE_NAME, "")
        if monotonic() < self._trusted.get(session, 0):
            return True
        user = await ask(team_member, scope)
        if not isinstance(user, User) or not await ask(may_watch, user):
            self._trusted.pop(session, None)
            return False
        if len(self._trusted) >= MOST_TRUSTED:
            self._trusted.clear()
        self._trusted[session] = monotonic() + TRUSTED_S
        return True


def staff_bytes(key: str) -> bytes | None:
    """Return what the control room of the run `key` shows, as it is sent, if there is one."""
    related = ("programme__campaign__meter", "entry", "feed", "question__theme")
    run = Run.objects.filter(key=key).select_related(*related).first()
    if run is None:
        return None
    return json.dumps(staff_state(run), ensure_ascii=False, separators=(",", ":")).encode()
