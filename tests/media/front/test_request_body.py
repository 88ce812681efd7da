"""Bodies that are huge, slow or cut off."""

import asyncio

import pytest

from media.front import request_body
from media.front.request_body import ClientGone, RequestBody
from media.refusals import BusyUpload, TooSlow


def read(messages, is_unwanted=lambda: False):
    """Return the pieces of a body, and the kind of error that ended it."""

    async def run():
        left = list(messages)

        async def receive():
            if not left:
                await asyncio.Event().wait()
            return left.pop(0)

        pieces = []
        async with RequestBody(receive) as body:
            try:
                async for piece in body.pieces(is_unwanted):
                    pieces.append(piece)
            except (ClientGone, TooSlow, BusyUpload) as error:
                return pieces, type(error)
        return pieces, None

    return asyncio.run(run())


def part(data, more=True):
    return {"type": "http.request", "body": data, "more_body": more}


GONE = {"type": "http.disconnect"}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(request_body, "IDLE_S", 0.05)
    monkeypatch.setattr(request_body, "LOOK_AROUND_S", 0.02)


def test_small_parts_are_gathered_into_pieces(monkeypatch):
    monkeypatch.setattr(request_body, "PIECE_BYTES", 4)
    messages = [part(b"ab"), part(b"cd"), part(b"e"), part(b"", more=False)]
    assert read(messages) == ([b"abcd", b"e"], None)


def test_an_empty_body():
    assert read([part(b"", more=False)]) == ([b""], None)


def test_a_cut_and_a_silence_keep_what_arrived():
    assert read([part(b"abc"), GONE]) == ([b"abc"], ClientGone)
    assert read([part(b"abc")]) == ([b"abc"], TooSlow)
    assert read([GONE]) == ([], ClientGone)


def test_an_unwanted_reader_stops_between_pieces_and_while_waiting(monkeypatch):
    assert read([part(b"abc")], lambda: True) == ([b"abc"], BusyUpload)
    monkeypatch.setattr(request_body, "PIECE_BYTES", 2)
    assert read([part(b"ab"), part(b"cd")], lambda: True) == ([b"ab"], BusyUpload)


def test_draining_is_bounded(monkeypatch):
    monkeypatch.setattr(request_body, "DRAIN_S", 0.01)

    async def run():
        async def receive():
            await asyncio.Event().wait()

        async with RequestBody(receive) as body:
            await body.drain()

    asyncio.run(run())
