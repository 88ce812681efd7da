"""Watching: a play begins, and its heartbeats make it a view.

    POST /plays/<meter>/<film>           → {"token", "credited_s", "needed_s"}
    POST /plays/beat   token=… from_s=… to_s=… visible=1
                                         → the same with the next token; the beat that makes the
                                           view also says how it ended, as an act does

Nothing of a play is kept here: its state travels in the token. The beat that makes the view is
answered when the view is on disk.
"""

import json
import re
from collections import OrderedDict
from typing import Any

from django.db import DatabaseError
from django.utils import translation

from audience.domain.count_views import PlayNote, note_of_beat, note_of_start, write_plays
from audience.domain.plays import Play, beat, new_play, read_play, read_span
from audience.domain.receive import Ended
from audience.domain.tokens import now_ms
from audience.enums import ActKind
from audience.errors import (
    BeatTooLong,
    PlayNotAPost,
    PlayNotWritten,
    PlayRefused,
    PlayUnknown,
)
from audience.film_lengths import length_of
from audience.front.exchange import NO_STORE, headers_for, language_of, request_of, told
from audience.front.writer import GroupWriter
from front.database import ask
from front.forms import read_body, read_fields
from front.protocol import Receive, Scope, Send, answer, problem

MAX_BODY_BYTES = 4096
MOST_REMEMBERED = 16_384
_START = re.compile(r"/plays/(?P<meter>[0-9a-f]{16})/(?P<film>[0-9a-f]{24})")


class Plays:
    """ASGI application for /plays/."""

    def __init__(self) -> None:
        self._writer: GroupWriter[PlayNote, Ended | None] = GroupWriter(write_plays)
        self._noted = _Recent(MOST_REMEMBERED)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        form: dict[str, str] = {}
        try:
            if scope["method"] != "POST":
                raise PlayNotAPost
            body = await read_body(receive, MAX_BODY_BYTES)
            if body is None:
                raise BeatTooLong
            form = read_fields(body)
            await self._answer(scope, send, form)
        except PlayRefused as refusal:
            await _refuse(scope, send, refusal, language_of(form))

    async def _answer(self, scope: Scope, send: Send, form: dict[str, str]) -> None:
        start = _START.fullmatch(scope["path"])
        if start is not None:
            await self._start(scope, send, form, start["meter"], start["film"])
        elif scope["path"] == "/plays/beat":
            await self._beat(scope, send, form)
        else:
            raise PlayUnknown

    async def _start(
        self, scope: Scope, send: Send, form: dict[str, str], meter_key: str, film: str
    ) -> None:
        duration_s = await ask(length_of, meter_key, film)
        if duration_s is None:
            raise PlayUnknown
        request = await request_of(scope, meter_key, ActKind.VIEW, form)
        play = new_play(meter_key, film, duration_s, request.received_ms)
        await self._write(note_of_start(play, request))
        await _tell(send, play)

    async def _beat(self, scope: Scope, send: Send, form: dict[str, str]) -> None:
        token = form.get("token", "")
        play = read_play(token, now_ms())
        span = read_span(play, form.get("from_s", ""), form.get("to_s", ""))
        request = await request_of(scope, play.meter_key, ActKind.VIEW, form)
        brought = beat(
            play, span, request.received_ms, is_visible=form.get("visible") in ("1", "true")
        )
        note = note_of_beat(brought, request, is_repeat=token in self._noted)
        if note.watched:
            self._noted.add(token)
        try:
            ended = await self._write(note)
        except PlayNotWritten:
            self._noted.discard(token)
            raise
        if ended is not None and ended.outcome is None:
            raise PlayUnknown
        await _tell(send, brought.play, ended, form)

    async def _write(self, note: PlayNote) -> Ended | None:
        """Write `note` if there is anything in it. Raises PlayNotWritten."""
        if not note:
            return None
        try:
            return await self._writer.ask(note)
        except DatabaseError as error:
            raise PlayNotWritten from error


class _Recent:
    """The tokens whose watch time this process has noted, the latest of them.

    A beat sent again must not make a film look watched twice. Views need none of this: their
    nonce is unique in the database.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._tokens: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, token: str) -> bool:
        return token in self._tokens

    def add(self, token: str) -> None:
        self._tokens[token] = None
        if len(self._tokens) > self._most:
            self._tokens.popitem(last=False)

    def discard(self, token: str) -> None:
        self._tokens.pop(token, None)


async def _tell(
    send: Send, play: Play, ended: Ended | None = None, form: dict[str, str] | None = None
) -> None:
    body: dict[str, Any] = {
        "token": play.text(),
        "credited_s": play.credited_ds / 10,
        "needed_s": play.needed_ds / 10,
    }
    headers = [NO_STORE]
    if ended is not None:
        body |= told(ended, form or {})
        headers = headers_for(ended)
    headers.append(("content-type", "application/json"))
    await answer(send, 200, json.dumps(body).encode(), headers)


async def _refuse(scope: Scope, send: Send, refusal: PlayRefused, language: str) -> None:
    if scope["method"] == "HEAD":
        await answer(send, refusal.status, headers=[NO_STORE, ("allow", "POST")])
        return
    with translation.override(language):
        sentence = str(refusal.sentence)
    await problem(send, refusal.status, refusal.code, sentence)
