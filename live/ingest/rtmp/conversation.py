"""What a publisher and we say to each other over RTMP, from the handshake to the first picture.

Nothing here waits: `receive` takes bytes, `out` holds what to answer. Only what publishing needs is
understood; whoever wants to play is told that there is nothing to play.
"""

import os
import struct
from typing import Any

from live.feed_refusals import DoorRefused, FeedRefused, NothingToPlayHere, NotRtmp, PlaceUnknown
from live.ingest.rtmp import amf
from live.ingest.rtmp.chunks import (
    ACKNOWLEDGEMENT,
    COMMAND,
    FIRST_CHUNK_BYTES,
    MEDIA,
    OUR_CHUNK_BYTES,
    PEER_BANDWIDTH,
    PUBLISHER_BYTES,
    SET_CHUNK_SIZE,
    USER_CONTROL,
    WINDOW_SIZE,
    ChunkReader,
    Message,
    write_message,
)

VERSION = 3
HANDSHAKE_BYTES = 1536
WINDOW_BYTES = 2_500_000
PLACE = "live"
OUR_STREAM = 1
PING, PONG = 6, 7
LEAVING = ("deleteStream", "FCUnpublish", "closeStream")


class Conversation:
    """One connection. `key` appears once the sender asks to publish, and must then be answered."""

    def __init__(self) -> None:
        self.out = bytearray()
        self.key: str | None = None
        self.is_accepted = False
        self.is_over = False
        self._chunks = ChunkReader()
        self._greeting = bytearray()
        self._is_greeted = False
        self._chunk_bytes = FIRST_CHUNK_BYTES
        self._window = WINDOW_BYTES
        self._received = self._acknowledged = 0

    def receive(self, data: bytes) -> list[Message]:
        """Take what came; return the picture, sound and data in it. Raises DoorRefused."""
        if not self._is_greeted:
            data = self._greet(data)
        self._received += len(data)
        if self._received - self._acknowledged >= self._window:
            self._acknowledged = self._received
            self._say(ACKNOWLEDGEMENT, struct.pack(">I", self._received & 0xFFFFFFFF))
        media = []
        for message in self._chunks.take(data):
            if message.kind in MEDIA:
                media.append(message)
            elif message.kind == COMMAND:
                self._obey(message)
            else:
                self._control(message)
        return media if self.is_accepted else []

    def accept(self) -> None:
        """Let the sender publish."""
        self.is_accepted = True
        self._chunks.most_bytes = PUBLISHER_BYTES
        self._status("status", "NetStream.Publish.Start", "")

    def refuse(self, refusal: FeedRefused) -> None:
        """Tell the sender why not, or why no longer."""
        is_door = isinstance(refusal, DoorRefused)
        code = "NetStream.Publish.BadName" if is_door else "NetStream.Publish.Failed"
        self._status("error", code, f"{refusal} ({refusal.code})")
        self.is_over = True

    def _greet(self, data: bytes) -> bytes:
        """Do the simple handshake; return what comes after it."""
        before = len(self._greeting)
        self._greeting += data
        if self._greeting[:1] not in (b"", bytes([VERSION])):
            raise NotRtmp
        whole = 1 + HANDSHAKE_BYTES
        if before < whole <= len(self._greeting):
            theirs = bytes(self._greeting[1:whole])
            ours = bytes(8) + os.urandom(HANDSHAKE_BYTES - 8)
            self.out += bytes([VERSION]) + ours + theirs
        if len(self._greeting) < whole + HANDSHAKE_BYTES:
            return b""
        rest = bytes(self._greeting[whole + HANDSHAKE_BYTES :])
        self._greeting.clear()
        self._is_greeted = True
        return rest

    def _control(self, message: Message) -> None:
        if message.kind == WINDOW_SIZE and len(message.payload) >= 4:
            self._window = max(1, int.from_bytes(message.payload[:4]))
        elif message.kind == USER_CONTROL and message.payload[:2] == struct.pack(">H", PING):
            self._say(USER_CONTROL, struct.pack(">H", PONG) + message.payload[2:6])

    def _obey(self, message: Message) -> None:
        name, number, *rest = [*amf.decode(message.payload), None, None, None][:5]
        if name == "connect":
            self._connect(number, rest[0])
        elif name == "createStream":
            self._answer(number, None, OUR_STREAM)
        elif name in ("releaseStream", "FCPublish"):
            self._answer(number, None, None)
            if name == "FCPublish":
                # Flash's own encoder and its kind wait for this before they publish.
                words = _status_words("status", "NetStream.Publish.Start", "")
                self._command("onFCPublish", 0, None, words)
        elif name == "publish":
            self._publish(rest[1])
        elif name == "play":
            self.refuse(NothingToPlayHere())
        elif name in LEAVING:
            self.is_over = True

    def _connect(self, number: Any, wishes: Any) -> None:
        place = wishes.get("app") if isinstance(wishes, dict) else None
        if not isinstance(place, str) or place.partition("?")[0].strip("/") != PLACE:
            refusal = PlaceUnknown()
            words = _status_words("error", "NetConnection.Connect.Rejected", str(refusal))
            self._command("_error", number, None, words)
            self.is_over = True
            return
        self._say(WINDOW_SIZE, struct.pack(">I", WINDOW_BYTES))
        self._say(PEER_BANDWIDTH, struct.pack(">IB", WINDOW_BYTES, 2))
        self._say(SET_CHUNK_SIZE, struct.pack(">I", OUR_CHUNK_BYTES))
        self._chunk_bytes = OUR_CHUNK_BYTES
        words = _status_words("status", "NetConnection.Connect.Success", "")
        self._answer(number, {"fmsVer": "FMS/3,0,1,123", "capabilities": 31}, words)

    def _publish(self, name: Any) -> None:
        if self.key is not None or not isinstance(name, str):
            raise NotRtmp
        self.key = name.partition("?")[0]

    def _status(self, level: str, code: str, description: str) -> None:
        words = _status_words(level, code, description)
        self._command("onStatus", 0, None, words, stream_id=OUR_STREAM)

    def _answer(self, number: Any, *values: object) -> None:
        self._command("_result", number, *values)

    def _command(self, name: str, number: Any, *values: object, stream_id: int = 0) -> None:
        number = number if isinstance(number, float | int) else 0
        payload = amf.encode(name, number, *values)
        self.out += write_message(Message(COMMAND, 0, payload, stream_id), 3, self._chunk_bytes)

    def _say(self, kind: int, payload: bytes) -> None:
        self.out += write_message(Message(kind, 0, payload), lane=2)


def _status_words(level: str, code: str, description: str) -> dict[str, object]:
    return {"level": level, "code": code, "description": description}
