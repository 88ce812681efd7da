"""Acting: the button's token, and the act itself.

    GET  /acts/<meter>/<kind>/token      → {"token": …}, for a button that came into view
    POST /acts/<meter>/<kind>            token=…  → how it ended; from a form: 303 to the receipt

The answer comes when the act is on disk, never before. Asked again with the same token, the same
answer comes again. Views have no button: see `audience.front.plays`.
"""

import json
import re

from django.db import DatabaseError

from audience.domain.receive import ActRequest, Ended, receive_acts
from audience.domain.tokens import new_token
from audience.front.exchange import (
    NO_STORE,
    headers_for,
    language_of,
    receipt_of,
    request_of,
    told,
)
from audience.front.writer import GroupWriter
from front.forms import fields_of, read_body, read_fields
from front.protocol import Receive, Scope, Send, answer, header, problem
from front.session import is_own_origin

MAX_BODY_BYTES = 4096
_ADDRESS = re.compile(r"/acts/(?P<meter>[0-9a-f]{16})/(?P<kind>click|like)(?P<token>/token)?")
_HOST = re.compile(r"[a-z0-9-]{0,24}")


class Acts:
    """ASGI application for /acts/."""

    def __init__(self) -> None:
        self._writer: GroupWriter[ActRequest, Ended] = GroupWriter(receive_acts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match = _ADDRESS.fullmatch(scope["path"])
        if match is None:
            await problem(send, 404, "ACT-404", "There is no such count.")
        elif match["token"]:
            await _give_token(scope, send, match["meter"], match["kind"])
        else:
            await self._act(scope, receive, send, match["meter"], match["kind"])

    async def _act(
        self, scope: Scope, receive: Receive, send: Send, meter_key: str, kind: str
    ) -> None:
        body = await read_body(receive, MAX_BODY_BYTES)
        if body is None:
            await problem(send, 413, "ACT-413", "This is too long for an act.")
            return
        form = fields_of(scope, body)
        request = await request_of(scope, meter_key, kind, form)
        try:
            ended = await self._writer.ask(request)
        except DatabaseError:
            await problem(send, 503, "ACT-503", "Not counted yet: please try again in a moment.")
            return
        if ended.outcome is None:
            await problem(send, 404, "ACT-404", "There is no such count.")
        elif scope["method"] == "POST" and "text/html" in header(scope, "accept"):
            await _lead_on(send, request, ended, language_of(form))
        else:
            await _tell(scope, send, ended, form)


async def _give_token(scope: Scope, send: Send, meter_key: str, kind: str) -> None:
    if scope["method"] != "GET":
        await answer(send, 405, headers=[("allow", "GET")])
        return
    host = read_fields(scope["query_string"]).get("host", "")
    token = new_token(meter_key, kind, host if _HOST.fullmatch(host) else "")
    body = json.dumps({"token": token.text()}).encode()
    await answer(send, 200, body, [("content-type", "application/json"), NO_STORE])


async def _lead_on(send: Send, request: ActRequest, ended: Ended, language: str) -> None:
    """Send who pressed a button without JavaScript to the receipt, or to the reason why not."""
    prefix = "/en" if language == "en" else ""
    where = receipt_of(ended)
    if not where:
        reason = ended.outcome.reason if ended.outcome else ""
        where = f"/geste/{request.meter_key}/{request.kind}/refus/?raison={reason}"
    await answer(send, 303, headers=[*headers_for(ended), ("location", prefix + where)])


async def _tell(scope: Scope, send: Send, ended: Ended, form: dict[str, str]) -> None:
    body = json.dumps(told(ended, form)).encode()
    status = 200 if scope["method"] == "POST" else 405
    headers = [*headers_for(ended), ("content-type", "application/json"), ("allow", "POST")]
    if scope["path"].endswith("/click") and not is_own_origin(scope):
        # The widget's frame has no origin; it sent no cookie, and may read how its own act ended.
        headers.append(("access-control-allow-origin", "*"))
    await answer(send, status, b"" if scope["method"] == "HEAD" else body, headers)
