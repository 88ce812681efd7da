"""RTMP's chunk stream: messages are sent in pieces, several of them at once (Adobe, 2012, part 5).

Nothing here waits or sends: bytes go in as they come, whole messages come out.
"""

import struct
from collections.abc import Generator
from dataclasses import dataclass, field

from live.feed_refusals import NotRtmp

FIRST_CHUNK_BYTES = 128
# Our answers are short: once the other side knows this size, none is ever cut.
OUR_CHUNK_BYTES = 4096
SET_CHUNK_SIZE, ABORT, ACKNOWLEDGEMENT, USER_CONTROL, WINDOW_SIZE, PEER_BANDWIDTH = range(1, 7)
AUDIO, VIDEO, DATA, COMMAND = 8, 9, 18, 20
MEDIA = (AUDIO, VIDEO, DATA)
EXTENDED = 0xFFFFFF
CLOCK = 0xFFFFFFFF
MOST_CHUNK_STREAMS = 32
# Before the key is known a sender has only commands to send.
STRANGER_BYTES, PUBLISHER_BYTES = 16 * 1024, 8 * 1024**2


@dataclass(frozen=True, slots=True)
class Message:
    """One whole message. `timestamp_ms` is on the sender's clock and wraps at 32 bits."""

    kind: int
    timestamp_ms: int
    payload: bytes
    stream_id: int = 0


@dataclass(slots=True)
class _Lane:
    """What a chunk stream remembers from its last header, and the message it is amid."""

    timestamp_ms: int = 0
    delta_ms: int = 0
    size: int = 0
    kind: int = 0
    stream_id: int = 0
    is_extended: bool = False
    payload: bytearray = field(default_factory=bytearray)


class ChunkReader:
    """Puts messages together. Holds at most `most_bytes` of unfinished ones, else NotRtmp."""

    def __init__(self) -> None:
        self.most_bytes = STRANGER_BYTES
        self._chunk_bytes = FIRST_CHUNK_BYTES
        self._lanes: dict[int, _Lane] = {}
        self._buffer = bytearray()
        self._messages: list[Message] = []
        self._held = 0
        self._parser = self._parse()
        self._wanted = next(self._parser)

    def take(self, data: bytes) -> list[Message]:
        """Return the messages that `data` completes. Raises NotRtmp; then nothing more is taken."""
        self._buffer += data
        at = 0
        while len(self._buffer) - at >= self._wanted:
            piece = bytes(self._buffer[at : at + self._wanted])
            at += self._wanted
            self._wanted = self._parser.send(piece)
        del self._buffer[:at]
        done, self._messages = self._messages, []
        return done

    def _parse(self) -> Generator[int, bytes, None]:
        """Ask for so many bytes, again and again, and file what they say."""
        while True:
            first = (yield 1)[0]
            form, number = first >> 6, first & 0x3F
            if number == 0:
                number = 64 + (yield 1)[0]
            elif number == 1:
                low, high = yield 2
                number = 64 + low + 256 * high
            lane = self._lane(number, form)
            yield from self._header(lane, form)
            size = min(self._chunk_bytes, lane.size - len(lane.payload))
            if size:
                lane.payload += yield size
                self._held += size
            if len(lane.payload) == lane.size:
                self._finish(lane)

    def _lane(self, number: int, form: int) -> _Lane:
        lane = self._lanes.get(number)
        if lane is None:
            if form == 3 or len(self._lanes) >= MOST_CHUNK_STREAMS:
                raise NotRtmp
            lane = self._lanes[number] = _Lane()
        return lane

    def _header(self, lane: _Lane, form: int) -> Generator[int, bytes, None]:
        is_new = not lane.payload
        if form < 3:
            if not is_new:
                raise NotRtmp
            stamp = int.from_bytes((yield 3))
            if form < 2:
                size, lane.kind = struct.unpack(">I", b"\0" + (yield 3))[0], (yield 1)[0]
                lane.size = size
            if form == 0:
                lane.stream_id = int.from_bytes((yield 4), "little")
            lane.is_extended = stamp == EXTENDED
        if lane.is_extended:
            # Repeated before each further piece of the message, where it says nothing new.
            extended = int.from_bytes((yield 4))
            stamp = extended if form < 3 else 0
        if form == 0:
            lane.timestamp_ms, lane.delta_ms = stamp, 0
        elif form < 3:
            lane.delta_ms = stamp
        if form and is_new:
            lane.timestamp_ms = (lane.timestamp_ms + lane.delta_ms) & CLOCK
        if self._held + lane.size - len(lane.payload) > self.most_bytes:
            raise NotRtmp

    def _finish(self, lane: _Lane) -> None:
        payload = bytes(lane.payload)
        self._held -= len(payload)
        lane.payload.clear()
        if lane.kind == SET_CHUNK_SIZE:
            self._chunk_bytes = _positive(payload)
        elif lane.kind == ABORT:
            given_up = self._lanes.get(_number(payload))
            if given_up is not None:
                self._held -= len(given_up.payload)
                given_up.payload.clear()
        else:
            self._messages.append(Message(lane.kind, lane.timestamp_ms, payload, lane.stream_id))


def _number(payload: bytes) -> int:
    if len(payload) < 4:
        raise NotRtmp
    return int.from_bytes(payload[:4])


def _positive(payload: bytes) -> int:
    number = _number(payload) & 0x7FFFFFFF
    if not number:
        raise NotRtmp
    return number


def write_message(message: Message, lane: int = 3, chunk_bytes: int = OUR_CHUNK_BYTES) -> bytes:
    """Return a message as it is sent, in the chunk stream `lane` (2 to 63)."""
    head = struct.pack(
        ">B3s3sB",
        lane,
        message.timestamp_ms.to_bytes(3),
        len(message.payload).to_bytes(3),
        message.kind,
    )
    head += message.stream_id.to_bytes(4, "little")
    pieces = range(0, len(message.payload), chunk_bytes)
    again = bytes([0xC0 | lane])
    return head + again.join(message.payload[at : at + chunk_bytes] for at in pieces)
