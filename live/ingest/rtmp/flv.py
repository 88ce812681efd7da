"""FLV, the file that RTMP's messages are when they are written down (Adobe, 2010, annex E)."""

import struct

from live.feed_refusals import PictureUnfit, SoundUnfit
from live.ingest.rtmp.amf import encode
from live.ingest.rtmp.chunks import AUDIO, CLOCK, DATA, VIDEO, Message

HEAD = b"FLV\x01\x05\x00\x00\x00\x09\x00\x00\x00\x00"
H264, AAC = 7, 10
ENHANCED = 0x80
HEADER_PACKET = 0
SENDERS_PREFIX = encode("@setDataFrame")
METADATA = encode("onMetaData")
HALF_CLOCK = CLOCK // 2


class FlvWriter:
    """Writes messages as tags, on a clock that starts at 0 with the first picture or sound.

    `has_changed` turns true at a second, other description of the picture: nothing after it may
    be written by this writer. `headers` describe picture and sound for another one.
    """

    def __init__(self, headers: dict[int, Message] | None = None) -> None:
        self.headers: dict[int, Message] = dict(headers or {})
        self.has_changed = False
        self._origin_ms: int | None = None
        self._latest_ms = 0

    def begin(self) -> bytes:
        """Return the head of the file, with the descriptions that are known already."""
        return HEAD + b"".join(_tag(message.kind, 0, message) for message in self.headers.values())

    def write(self, message: Message) -> bytes:
        """Return `message` as a tag, or nothing when it says nothing to a player.

        Raises PictureUnfit and SoundUnfit for codecs that cannot be copied.
        """
        payload = message.payload
        if message.kind == DATA:
            return self._metadata(message)
        if len(payload) < 2:
            return b""
        _check(message)
        if payload[1] == HEADER_PACKET:
            return self._description(message)
        if self._origin_ms is None:
            self._origin_ms = message.timestamp_ms
        return _tag(message.kind, self._time_ms(message), message)

    def _description(self, message: Message) -> bytes:
        known = self.headers.get(message.kind)
        if known is not None and known.payload == message.payload:
            return b""
        self.headers[message.kind] = message
        if known is not None:
            self.has_changed = True
            return b""
        return _tag(message.kind, self._latest_ms, message)

    def _metadata(self, message: Message) -> bytes:
        payload = message.payload.removeprefix(SENDERS_PREFIX)
        if not payload.startswith(METADATA):
            return b""
        return _tag(DATA, self._latest_ms, Message(DATA, 0, payload))

    def _time_ms(self, message: Message) -> int:
        """Return the time since the first; what comes from before it counts as with the latest."""
        time_ms = (message.timestamp_ms - (self._origin_ms or 0)) & CLOCK
        if time_ms > HALF_CLOCK:
            return self._latest_ms
        self._latest_ms = max(self._latest_ms, time_ms)
        return time_ms


def _check(message: Message) -> None:
    first = message.payload[0]
    if message.kind == VIDEO and (first & ENHANCED or first & 0x0F != H264):
        raise PictureUnfit
    if message.kind == AUDIO and first >> 4 != AAC:
        raise SoundUnfit


def _tag(kind: int, time_ms: int, message: Message) -> bytes:
    size = len(message.payload)
    head = struct.pack(
        ">B3s3sB3s",
        kind,
        size.to_bytes(3),
        (time_ms & 0xFFFFFF).to_bytes(3),
        time_ms >> 24 & 0xFF,
        b"\0\0\0",
    )
    return head + message.payload + struct.pack(">I", len(head) + size)
