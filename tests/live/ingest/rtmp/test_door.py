"""Strangers at the door: scans, garbage, the slow and the many. Nobody else is disturbed."""

import asyncio
import logging

import pytest

from live.ingest.rtmp import door as doors
from live.ingest.rtmp.amf import encode
from live.ingest.rtmp.chunks import COMMAND, STRANGER_BYTES, Message, write_message
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
