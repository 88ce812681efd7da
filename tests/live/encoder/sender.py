"""An encoder of our own, for what no real one does on demand: stall, or change its picture."""

import asyncio
import struct
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

from live.ingest.rtmp.amf import encode
from live.ingest.rtmp.chunks import COMMAND, SET_CHUNK_SIZE, Message, write_message
from live.ingest.rtmp.conversation import HANDSHAKE_BYTES
from live.ingest.rtmp.door import RtmpDoor

CHUNK_BYTES = 60_000


def film(size: str, seconds: float = 3.0) -> list[Message]:
    """Return a film as the messages in which an encoder sends it."""
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", f"testsrc=size={size}:rate=25"]
    command += ["-t", str(seconds), "-c:v", "libx264", "-preset", "ultrafast", "-g", "25"]
    command += ["-pix_fmt", "yuv420p", "-f", "flv", "-"]
    return list(_messages(subprocess.run(command, capture_output=True, check=True).stdout))


def _messages(flv: bytes) -> Iterator[Message]:
    at = 13
    while at < len(flv):
        kind, size = flv[at], int.from_bytes(flv[at + 1 : at + 4])
        stamp = int.from_bytes(flv[at + 4 : at + 7])
        yield Message(kind, stamp, flv[at + 11 : at + 11 + size], 1)
        at += 15 + size


class Sender:
    """A connection that may publish."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    @asynccontextmanager
    async def publish(cls, door: RtmpDoor, key: str) -> AsyncIterator["Sender"]:
        """Give a sender whom the door has let in; it leaves with the context."""
        sender = cls(*await asyncio.open_connection("127.0.0.1", door.port))
        try:
            await sender._begin(key)
            yield sender
        finally:
            sender.writer.close()

    async def _begin(self, key: str) -> None:
        self.writer.write(b"\3" + bytes(2 * HANDSHAKE_BYTES))
        for words in (("connect", 1, {"app": "live"}), ("publish", 5, None, key, "live")):
            self.writer.write(write_message(Message(COMMAND, 0, encode(*words), 1)))
        size = Message(SET_CHUNK_SIZE, 0, struct.pack(">I", CHUNK_BYTES))
        self.writer.write(write_message(size, lane=2))
        await self.hear(b"NetStream.Publish.Start")

    async def send(self, messages: list[Message]) -> None:
        for message in messages:
            self.writer.write(write_message(message, 6, CHUNK_BYTES))
        await self.writer.drain()

    async def hear(self, words: bytes) -> None:
        """Read until the door says this."""
        heard = b""
        while words not in heard:
            data = await self.reader.read(4096)
            assert data, f"the door hung up after {heard[-200:]!r}"
            heard += data
