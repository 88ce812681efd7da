"""HTTP ranges (RFC 9110, section 14): what Safari and every seek need."""

import re
from dataclasses import dataclass

# More digits than a file could need are malformed, and int() would refuse thousands of them.
_SINGLE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """Bytes `first` to `last`, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class RangeNotSatisfiable(Exception):
    """The range lies outside the file: answer 416."""


def parse_range(value: str, size_bytes: int) -> Span | None:
    """Return the single range asked for, or None when the whole file is to be sent.

    A malformed header, another unit and several ranges at once are ignored, as the RFC allows.
    Raises RangeNotSatisfiable when the range starts behind the end.
    """
    match = _SINGLE_RANGE.fullmatch(value.strip())
    if match is None or match.groups() == ("", ""):
        return None
    first_text, last_text = match.groups()
    if not first_text:
        suffix = int(last_text)
        if suffix == 0 or size_bytes == 0:
            raise RangeNotSatisfiable
        return Span(max(0, size_bytes - suffix), size_bytes - 1)
    first = int(first_text)
    if last_text and int(last_text) < first:
        return None
    if first >= size_bytes:
        raise RangeNotSatisfiable
    end = size_bytes - 1
    return Span(first, min(int(last_text), end) if last_text else end)
