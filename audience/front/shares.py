"""Share links that are pressed: the page says so behind the visitor's back, and waits for nothing.

    POST /shares/<code>      → 204 when it is on disk

Robots and the team are not counted. No cookie is set: telling others is not an act.
"""

import re

from django.db import DatabaseError

from audience.domain.count_shares import SharePress, count_shares
from audience.domain.days import day_of
from audience.domain.network_budget import spend
from audience.domain.people import person_of_cookie
from audience.domain.receive import ActRequest, moment_of, objection_to
from audience.domain.share_codes import read_share_code
from audience.enums import ActKind
from audience.front.exchange import NO_STORE, request_of
from audience.front.writer import GroupWriter
from front.database import ask
from front.protocol import Receive, Scope, Send, answer, problem
from front.session import is_own_origin

# Presses of people that nobody knows, from one network in an hour.
MOST_UNKNOWN = 120
_ADDRESS = re.compile(r"/shares/(?P<code>[0-9A-Za-z]{10})")


class Shares:
    """ASGI application for /shares/."""

    def __init__(self) -> None:
        self._writer: GroupWriter[SharePress, bool] = GroupWriter(count_shares)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match = _ADDRESS.fullmatch(scope["path"])
        if match is None:
            await problem(send, 404, "SHR-404", "There is no such share link.")
        elif scope["method"] != "POST":
            await answer(send, 405, headers=[("allow", "POST"), NO_STORE])
        elif not is_own_origin(scope):
            await problem(send, 403, "SHR-403", "Only pages of this site count shares.")
        else:
            await self._count(scope, send, read_share_code(match["code"]))

    async def _count(self, scope: Scope, send: Send, code: str) -> None:
        request = await request_of(scope, "", ActKind.CLICK, {})
        if objection_to(request) is None and await _may_count(request):
            try:
                is_known = await self._writer.ask(_press(request, code))
            except DatabaseError:
                await problem(send, 503, "SHR-503", "Not counted: the link works all the same.")
                return
            if not is_known:
                await problem(send, 404, "SHR-404", "There is no such share link.")
                return
        await answer(send, 204, headers=[NO_STORE])


async def _may_count(request: ActRequest) -> bool:
    """Whoever acted here before counts once a day; others share their network's budget."""
    return bool(request.cookie) or await ask(spend, "shares", request.address, MOST_UNKNOWN)


def _press(request: ActRequest, code: str) -> SharePress:
    person = person_of_cookie(request.cookie) if request.cookie else ""
    return SharePress(code, day_of(moment_of(request)), person)
