"""AMF0, the notation in which RTMP's commands are written (Adobe, "amf0-file-format", 2007)."""

import struct
from typing import Any

from live.feed_refusals import NotRtmp

NUMBER, BOOLEAN, STRING, OBJECT, NULL, UNDEFINED = 0, 1, 2, 3, 5, 6
ECMA_ARRAY, OBJECT_END, STRICT_ARRAY, DATE, LONG_STRING = 8, 9, 10, 11, 12
DEEPEST, MOST_VALUES = 6, 512


def decode(data: bytes) -> list[Any]:
    """Return the values that stand in `data` one after the other. Raises NotRtmp."""
    reading = _Reading(data)
    values = []
    try:
        while reading.at < len(data):
            values.append(reading.value(0))
    except (struct.error, IndexError) as error:
        raise NotRtmp from error
    return values


class _Reading:
    def __init__(self, data: bytes) -> None:
        self.data, self.at, self.count = data, 0, 0

    def value(self, depth: int) -> Any:
        self.count += 1
        if depth > DEEPEST or self.count > MOST_VALUES:
            raise NotRtmp
        kind = self._unpack(">B")
        if kind == NUMBER:
            return self._unpack(">d")
        if kind == BOOLEAN:
            return bool(self._unpack(">B"))
        if kind == STRING:
            return self._text(self._unpack(">H"))
        if kind == LONG_STRING:
            return self._text(self._unpack(">I"))
        if kind in (NULL, UNDEFINED):
            return None
        if kind == DATE:
            return self._unpack(">dh", whole=True)[0]
        if kind == STRICT_ARRAY:
            return [self.value(depth + 1) for _ in range(self._unpack(">I"))]
        if kind in (OBJECT, ECMA_ARRAY):
            if kind == ECMA_ARRAY:
                self._unpack(">I")
            return self._pairs(depth)
        raise NotRtmp

    def _pairs(self, depth: int) -> dict[str, Any]:
        pairs: dict[str, Any] = {}
        while True:
            name = self._text(self._unpack(">H"))
            if not name and self.data[self.at] == OBJECT_END:
                self.at += 1
                return pairs
            pairs[name] = self.value(depth + 1)

    def _text(self, size: int) -> str:
        start, self.at = self.at, self.at + size
        if self.at > len(self.data):
            raise NotRtmp
        return self.data[start : self.at].decode("utf-8", "replace")

    def _unpack(self, form: str, *, whole: bool = False) -> Any:
        found = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return found if whole else found[0]


def encode(*values: object) -> bytes:
    """Return texts, numbers, flags, None and dicts of them in AMF0."""
    return b"".join(map(_encoded, values))


def _encoded(value: object) -> bytes:
    if value is None:
        return bytes([NULL])
    if isinstance(value, bool):
        return bytes([BOOLEAN, value])
    if isinstance(value, int | float):
        return struct.pack(">Bd", NUMBER, value)
    if isinstance(value, dict):
        pairs = b"".join(_name(name) + _encoded(inner) for name, inner in value.items())
        return bytes([OBJECT]) + pairs + b"\0\0" + bytes([OBJECT_END])
    return bytes([STRING]) + _name(str(value))


def _name(text: str) -> bytes:
    data = text.encode()
    return struct.pack(">H", len(data)) + data
