"""Voting, without an account and without a page behind it.

    POST /votes/ballot              → sets the cookie of a voter, for somebody who has none
    GET  /votes/mine?theme=<id>     → {"codes": [...]}, the questions that this voter wants
    POST /votes/<question>          value=1 or 0  → {"value", "total"}; from a form: 303

The answer to a vote comes when it is on disk. A form without a cookie is led to a page that has the
button once more, with the cookie set: so a double tap is one voter.
"""

import json
import re
from datetime import UTC, datetime

from django.conf import settings
from django.db import DatabaseError
from django.utils import translation

from audience.front.writer import GroupWriter
from front.database import ask
from front.forms import fields_of, number_in, read_body, read_fields
from front.protocol import Receive, Scope, Send, answer, header, problem
from front.session import cookies, is_own_origin
from qa.domain.cast_votes import Ballot, Cast, cast_votes
from qa.domain.voters import COOKIE, COOKIE_MAX_AGE_S, Voter, new_cookie, voter_of
from qa.domain.wanted import wanted_by
from qa.refusals import (
    VoteFromElsewhere,
    VoteNotAPost,
    VoteNotWritten,
    VoteRefused,
    VoterForged,
    VoterUnknown,
    VoteUnclear,
    VoteUnknown,
)

MAX_BODY_BYTES = 1024
_ADDRESS = re.compile(r"/votes/(?P<code>[2-9a-z]{10})")
_PRIVATE = ("cache-control", "private, no-store")


class Votes:
    """ASGI application for /votes/."""

    def __init__(self) -> None:
        self._writer: GroupWriter[Ballot, Cast] = GroupWriter(cast_votes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await read_body(receive, MAX_BODY_BYTES)
        form = fields_of(scope, body or b"")
        try:
            await self._answer(scope, send, form)
        except VoteRefused as refusal:
            with translation.override("en" if form.get("lang") == "en" else "fr"):
                await problem(send, refusal.status, refusal.code, str(refusal))

    async def _answer(self, scope: Scope, send: Send, form: dict[str, str]) -> None:
        if scope["path"] == "/votes/mine":
            await _tell_wishes(scope, send)
            return
        _ensure_own_post(scope)
        if scope["path"] == "/votes/ballot":
            await _give_ballot(scope, send)
            return
        match = _ADDRESS.fullmatch(scope["path"])
        if match is None:
            raise VoteUnknown
        await self._vote(scope, send, match["code"], form)

    async def _vote(self, scope: Scope, send: Send, code: str, form: dict[str, str]) -> None:
        is_page = "text/html" in header(scope, "accept")
        page = f"{'/en' if form.get('lang') == 'en' else ''}/questions/{code}/voter/"
        voter = _voter(scope)
        if voter is None and is_page:
            await answer(send, 303, headers=[_PRIVATE, _new_ballot(), ("location", page)])
            return
        if voter is None:
            raise VoterUnknown
        if form.get("value") not in ("0", "1"):
            raise VoteUnclear
        now = datetime.now(UTC)
        address = scope["client"][0] if scope.get("client") else ""
        ballot = Ballot(code, voter.name, int(form["value"]), now, voter.since, address)
        try:
            cast = await self._writer.ask(ballot)
        except DatabaseError as error:
            raise VoteNotWritten from error
        if cast.refusal is not None:
            raise cast.refusal
        if is_page:
            await answer(send, 303, headers=[_PRIVATE, ("location", page)])
        else:
            await _tell(send, {"value": cast.value, "total": cast.total})


def _ensure_own_post(scope: Scope) -> None:
    if scope["method"] != "POST":
        raise VoteNotAPost
    if not is_own_origin(scope):
        raise VoteFromElsewhere


def _voter(scope: Scope) -> Voter | None:
    """Return who votes, None without a cookie. Raises VoterForged for one that is not ours."""
    cookie = cookies(scope).get(COOKIE)
    if not cookie:
        return None
    voter = voter_of(cookie)
    if voter is None:
        raise VoterForged
    return voter


async def _give_ballot(scope: Scope, send: Send) -> None:
    has_one = voter_of(cookies(scope).get(COOKIE, "")) is not None
    await answer(send, 204, headers=[_PRIVATE] if has_one else [_PRIVATE, _new_ballot()])


async def _tell_wishes(scope: Scope, send: Send) -> None:
    voter = voter_of(cookies(scope).get(COOKIE, ""))
    theme = read_fields(scope["query_string"]).get("theme", "")
    codes = await ask(wanted_by, voter, number_in(theme)) if voter is not None else []
    await _tell(send, {"codes": codes})


async def _tell(send: Send, said: dict[str, object]) -> None:
    body = json.dumps(said).encode()
    await answer(send, 200, body, [_PRIVATE, ("content-type", "application/json")])


def _new_ballot() -> tuple[str, str]:
    secure = "; Secure" if settings.SESSION_COOKIE_SECURE else ""
    kept = f"Max-Age={COOKIE_MAX_AGE_S}; Path=/; HttpOnly; SameSite=Lax{secure}"
    return ("set-cookie", f"{COOKIE}={new_cookie(datetime.now(UTC))}; {kept}")
