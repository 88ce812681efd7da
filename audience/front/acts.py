"""Acting: the button's token, and the act itself.

    GET  /acts/<meter>/<kind>/token      → {"token": …}, for a button that came into view
    POST /acts/<meter>/<kind>            token=…  → how it ended; from a form: 303 to the receipt

The answer comes when the act is on disk, never before. Asked again with the same token, the same
answer comes again.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from urllib.parse import parse_qs

from django.conf import settings
from django.db import DatabaseError
from django.utils import translation

from audience.domain.count_acts import Outcome, count_acts
from audience.domain.people import COOKIE, COOKIE_MAX_AGE_S, is_cookie
from audience.domain.receive import ActRequest, new_cookie, offer_of
from audience.domain.sentences import sentence_for
from audience.domain.tokens import new_token, now_ms
from audience.enums import ActKind
from audience.front.writer import GroupWriter
from front.database import ask
from front.protocol import Receive, Scope, Send, answer, header, problem
from front.session import cookies, is_own_origin, team_member

MAX_BODY_BYTES = 4096
_ADDRESS = re.compile(r"/acts/(?P<meter>[0-9a-f]{16})/(?P<kind>click|view|like)(?P<token>/token)?")
_HOST = re.compile(r"[a-z0-9-]{0,24}")
NO_STORE = ("cache-control", "no-store")
_READ_HEADERS = ("user-agent", "purpose", "sec-purpose", "x-purpose", "x-moz")


@dataclass(frozen=True, slots=True)
class _Ended:
    outcome: Outcome | None
    cookie: str


def _write(requests: Sequence[ActRequest]) -> list[_Ended]:
    offers = [offer_of(request) for request in requests]
    return [
        _Ended(outcome, new_cookie(request, offer))
        for request, offer, outcome in zip(requests, offers, count_acts(offers), strict=True)
    ]


class Acts:
    """ASGI application for /acts/."""

    def __init__(self) -> None:
        self._writer: GroupWriter[ActRequest, _Ended] = GroupWriter(_write)

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
        body = await _read(receive)
        if body is None:
            await problem(send, 413, "ACT-413", "This is too long for an act.")
            return
        form = _fields(scope, body)
        request = await _request(scope, meter_key, kind, form)
        try:
            ended = await self._writer.ask(request)
        except DatabaseError:
            await problem(send, 503, "ACT-503", "Not counted yet: please try again in a moment.")
            return
        if ended.outcome is None:
            await problem(send, 404, "ACT-404", "There is no such count.")
            return
        await _tell(scope, send, request, ended, form.get("lang", "fr"))


async def _give_token(scope: Scope, send: Send, meter_key: str, kind: str) -> None:
    if scope["method"] != "GET":
        await answer(send, 405, headers=[("allow", "GET")])
        return
    host = _fields({"query_string": scope["query_string"], "method": "GET"}, b"").get("host", "")
    token = new_token(meter_key, kind, host if _HOST.fullmatch(host) else "")
    body = json.dumps({"token": token.text()}).encode()
    await answer(send, 200, body, [("content-type", "application/json"), NO_STORE])


async def _request(scope: Scope, meter_key: str, kind: str, form: dict[str, str]) -> ActRequest:
    found = cookies(scope)
    is_team = settings.SESSION_COOKIE_NAME in found and await ask(team_member, scope) is not None
    cookie = found.get(COOKIE, "")
    return ActRequest(
        meter_key=meter_key,
        kind=ActKind(kind).value,
        method=scope["method"],
        received_ms=now_ms(),
        address=scope["client"][0] if scope.get("client") else "",
        headers={name: header(scope, name) for name in _READ_HEADERS},
        token=form.get("token", ""),
        cookie=cookie if is_cookie(cookie) else "",
        came_by=form.get("par", "")[:16],
        is_team=is_team,
        keeps_cookies=is_own_origin(scope),
    )


async def _tell(
    scope: Scope, send: Send, request: ActRequest, ended: _Ended, language: str
) -> None:
    outcome = ended.outcome
    assert outcome is not None
    headers = [NO_STORE]
    if ended.cookie:
        secure = "; Secure" if settings.SESSION_COOKIE_SECURE else ""
        kept = f"Max-Age={COOKIE_MAX_AGE_S}; Path=/; HttpOnly; SameSite=Lax{secure}"
        headers.append(("set-cookie", f"{COOKIE}={ended.cookie}; {kept}"))
    receipt = f"/recu/{outcome.nonce}/" if outcome.nonce else ""
    if scope["method"] == "POST" and "text/html" in header(scope, "accept"):
        prefix = "/en" if language == "en" else ""
        where = f"{prefix}{receipt or f'/geste/{request.meter_key}/{request.kind}/refus/'}"
        query = f"?raison={outcome.reason}" if outcome.reason and not receipt else ""
        await answer(send, 303, headers=[*headers, ("location", where + query)])
        return
    with translation.override(language if language in ("fr", "en") else "fr"):
        told = str(sentence_for(outcome.verdict, outcome.reason))
    body = json.dumps({**asdict(outcome), "receipt": receipt, "detail": told}).encode()
    status = 200 if scope["method"] == "POST" else 405
    headers += [("content-type", "application/json"), ("allow", "POST")]
    await answer(send, status, b"" if scope["method"] == "HEAD" else body, headers)


async def _read(receive: Receive) -> bytes | None:
    """Return the body, or None when it is longer than an act can be."""
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MAX_BODY_BYTES:
            return None
        if not message.get("more_body"):
            return body


def _fields(scope: Scope, body: bytes) -> dict[str, str]:
    """Return the fields of a form, sent in the body or, where there is none, in the address."""
    text = body if scope["method"] == "POST" else scope["query_string"]
    found = parse_qs(text.decode("utf-8", "replace"), max_num_fields=20)
    return {name: values[0] for name, values in found.items()}
