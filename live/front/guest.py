"""A guest's browser sends picture and sound over a WebSocket.

The first message is the secret of the link and what the browser records; then come pieces of the
recording. The secret stands in no address, so it stands in no log.
"""

import asyncio
import json
import logging
import os
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import translation

from front.database import ask
from front.protocol import Receive, Scope, Send
from front.session import is_own_origin
from live.domain.open_session import Opened, open_session
from live.domain.show_guest import GuestState, show_guest
from live.enums import Door, SessionEnd
from live.feed_refusals import (
    CameFromElsewhere,
    FeedRefused,
    GuestUnfit,
    InvitationOver,
    MachineTooSlow,
)
from live.gateways.live_ffmpeg import Recipe
from live.ingest.session import Ending, receive

logger = logging.getLogger("live.ingest")

GREETING_S = 10.0
LONGEST_GREETING = 1000
LONGEST_PIECE = 4 * 1024**2
LOOK_S = 2.0
MOST_STRANGERS, MOST_GUESTS = 64, 32
DEMUXERS = {"video/mp4": "mov", "video/webm": "matroska", "video/x-matroska": "matroska"}
GOODBYE = 1000


@dataclass(frozen=True, slots=True)
class Greeting:
    """What a guest says first."""

    secret: str
    type: str
    language: str


class GuestDoor:
    """Lets guests in, one session each."""

    def __init__(self) -> None:
        self._strangers = self._guests = 0
        self._receiver = f"{socket.gethostname()[:60]}:web:{os.getpid()}"

    async def __call__(self, scope: Scope, receive_message: Receive, send: Send) -> None:
        """Talk with one guest until it leaves."""
        if (await receive_message())["type"] != "websocket.connect":
            return
        await send({"type": "websocket.accept"})
        language = settings.LANGUAGE_CODE
        try:
            greeting = await self._meet(scope, receive_message)
            language = greeting.language
            await self._join(greeting, receive_message, send)
        except FeedRefused as refusal:
            logger.info("A guest was refused: %s", refusal.code)
            await _part(send, refusal, language)
        except (TimeoutError, _Left):
            await _hang_up(send)

    async def _meet(self, scope: Scope, receive_message: Receive) -> Greeting:
        """Listen to the first message; who has not said it takes no guest's place."""
        if not is_own_origin(scope):
            raise CameFromElsewhere
        if self._strangers >= MOST_STRANGERS:
            raise MachineTooSlow
        self._strangers += 1
        try:
            async with asyncio.timeout(GREETING_S):
                return _greeting(await receive_message())
        finally:
            self._strangers -= 1

    async def _join(self, greeting: Greeting, receive_message: Receive, send: Send) -> None:
        recipe = recipe_for(greeting.type)
        if self._guests >= MOST_GUESTS:
            raise MachineTooSlow
        opened = await ask(open_session, greeting.secret, Door.BROWSER, self._receiver)
        logger.info("Session %s: a guest joins.", opened.pk)
        self._guests += 1
        news = asyncio.create_task(_tell(send, opened))
        try:
            ending = await receive(opened, recipe, _pieces(receive_message))
        finally:
            self._guests -= 1
            news.cancel()
            await asyncio.gather(news, return_exceptions=True)
        logger.info("Session %s is over: %s", opened.pk, ending.end)
        raise _refusal(ending) or _Left


class _Left(Exception):
    """The guest is gone."""


def _greeting(message: Any) -> Greeting:
    """Read the first message. Raises InvitationOver for anything else than a greeting."""
    if message["type"] != "websocket.receive":
        raise _Left
    text = message.get("text") or ""
    try:
        said = json.loads(text[:LONGEST_GREETING])
        values = (said["secret"], said["type"], said.get("language", ""))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvitationOver from error
    if not all(isinstance(value, str) for value in values):
        raise InvitationOver
    secret, kind, language = values
    known = dict(settings.LANGUAGES)
    return Greeting(secret, kind, language if language in known else settings.LANGUAGE_CODE)


def recipe_for(kind: str) -> Recipe:
    """Return how to take in a recording of that MIME type.

    Raises GuestUnfit for a type that we do not know, or that would have to be encoded where the
    host does not want that.
    """
    container, _, parameters = kind.lower().partition(";")
    demuxer = DEMUXERS.get(container.strip())
    is_h264 = "avc1" in parameters or "avc3" in parameters or "h264" in parameters
    if demuxer is None or not (is_h264 or settings.LIVE_GUESTS_ENCODED):
        raise GuestUnfit
    rungs = tuple(settings.LIVE_RUNGS)
    return Recipe(demuxer, copies_picture=is_h264, copies_sound=False, rungs=rungs)


async def _pieces(receive_message: Receive) -> AsyncIterator[bytes]:
    """Give the recording until the guest leaves."""
    while True:
        message = await receive_message()
        if message["type"] == "websocket.disconnect":
            return
        data = message.get("bytes") or b""
        if len(data) > LONGEST_PIECE:
            raise GuestUnfit
        if data:
            yield data


async def _tell(send: Send, opened: Opened) -> None:
    """Tell the guest again and again where they are: connected, on air."""
    state = None
    while (now := await ask(show_guest, opened.pk)) != GuestState.OVER:
        if now != state:
            state = now
            await _say(send, {"state": now.value})
        await asyncio.sleep(LOOK_S)


async def _part(send: Send, refusal: FeedRefused, language: str) -> None:
    with translation.override(language):
        words = {"state": GuestState.OVER.value, "code": refusal.code, "sentence": str(refusal)}
    await _hang_up(send, words)


async def _hang_up(send: Send, words: dict[str, str] | None = None) -> None:
    """Close the line, with last words. The guest may have left: each server raises its own then."""
    try:
        if words is not None:
            await _say(send, words)
        await send({"type": "websocket.close", "code": GOODBYE})
    except Exception:
        logger.debug("A guest had left before the line was closed.", exc_info=True)


async def _say(send: Send, words: dict[str, str]) -> None:
    await send({"type": "websocket.send", "text": json.dumps(words)})


def _refusal(ending: Ending) -> FeedRefused | None:
    return InvitationOver() if ending.end == SessionEnd.REVOKED else ending.refusal
