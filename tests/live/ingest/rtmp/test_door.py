"""Strangers at the door: scans, garbage, the slow and the many. Nobody else is disturbed."""

import asyncio
import logging

import pytest

from live.ingest.rtmp import door as doors
from live.ingest.rtmp.amf import encode
from live.ingest.rtmp.chunks import AUDIO, COMMAND, STRANGER_BYTES, VIDEO, Message, write_message
from live.ingest.rtmp.conversation import HANDSHAKE_BYTES
from live.ingest.rtmp.door import RtmpDoor
from live.models import FeedSession

HELLO = b"\3" + bytes(2 * HANDSHAKE_BYTES)
CONNECT = write_message(Message(COMMAND, 0, encode("connect", 1, {"app": "live"})))


def publish(key: str) -> bytes:
    return write_message(Message(COMMAND, 0, encode("publish", 5, None, key, "live"), 1))


def at_the_door(scene):
    """Run a scene that is given an open door."""

    async def play():
        door = RtmpDoor("test")
        await door.open("127.0.0.1", 0)
        try:
            async with asyncio.timeout(30):
                return await scene(door)
        finally:
            await door.close()

    return asyncio.run(play())


async def knock(door: RtmpDoor, *said: bytes) -> bytes:
    """Say this, and return all that is answered until the door hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    try:
        for piece in said:
            writer.write(piece)
            await writer.drain()
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


@pytest.mark.parametrize(
    "said",
    [
        [b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"],
        [b"\x16\x03\x01\x02\x00\x01"],
        [HELLO, b"\xff" * 400],
        [HELLO, b"\x03\0\0\0" + (STRANGER_BYTES + 1).to_bytes(3) + b"\x14\0\0\0\0"],
    ],
    ids=["http", "tls", "garbage", "oversize"],
)
def test_what_is_not_rtmp_is_hung_up_on(said, caplog):
    caplog.set_level(logging.INFO)
    at_the_door(lambda door: knock(door, *said))
    assert "FED-004" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_wrong_key_gets_a_reason_and_stands_in_no_log(caplog):
    caplog.set_level(logging.DEBUG)
    answer = at_the_door(lambda door: knock(door, HELLO, CONNECT, publish("canary-key")))
    assert b"NetStream.Publish.BadName" in answer
    assert b"FED-001" in answer
    assert "canary" not in caplog.text
    assert not FeedSession.objects.exists()


def test_the_slow_are_let_go(monkeypatch):
    monkeypatch.setattr(doors, "GREETING_S", 0.2)
    assert at_the_door(lambda door: knock(door, b"\3")) == b""
    assert b"Connect.Success" in at_the_door(lambda door: knock(door, HELLO, CONNECT))


def test_a_crowd_of_strangers_keeps_nobody_waiting_in_memory(monkeypatch):
    monkeypatch.setattr(doors, "MOST_STRANGERS", 2)

    async def scene(door):
        idle = [await asyncio.open_connection("127.0.0.1", door.port) for _ in range(2)]
        for _, writer in idle:
            writer.write(HELLO)
        for reader, _ in idle:
            await reader.readexactly(1)
        refused = await knock(door, HELLO)
        for _, writer in idle:
            writer.close()
        return refused

    assert at_the_door(scene) == b""


def test_who_leaves_without_a_word_is_forgotten():
    async def scene(door):
        _, writer = await asyncio.open_connection("127.0.0.1", door.port)
        writer.write(HELLO)
        writer.close()
        return await knock(door, b"GET")

    assert at_the_door(scene) == b""


def test_sound_waits_for_its_picture_unless_none_comes():
    """Each piece wakes an ffmpeg: a picture brings the sound before it along."""
    sounds = [Message(AUDIO, at, b"\xaf\x01sound") for at in range(doors.MOST_HELD)]
    picture = Message(VIDEO, 40, b"\x17\x01frame")

    async def pieces(*arrivals):
        server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
        async with server:
            line = doors._Line(*await asyncio.open_connection(*server.sockets[0].getsockname()))
            given = []
            for number, arrival in enumerate(arrivals):
                line._pending += arrival
                given.append(number if line._is_a_piece() and line._written() else None)
            rest = [piece async for piece in line.stream()]
            line._writer.close()
        return given, len(rest) > 1

    assert asyncio.run(pieces(sounds[:2], sounds[2:3], [picture])) == ([None, None, 2], False)
    assert asyncio.run(pieces(sounds[:-1], sounds[-1:])) == ([None, 1], False)
    assert asyncio.run(pieces([picture], sounds[:1])) == ([0, None], True)
