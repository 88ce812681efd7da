"""Cut one fragmented MP4 into HLS media segments, also while it is still being written.

ffmpeg's own HLS muxer decides where to cut, what to call the files and when time starts, and
differs between versions. Here ffmpeg writes plain fragments (one per keyframe) and this
module does the rest: it groups fragments into segments, sets their time on the film's
timeline (one second late, so that no decode time is negative), and checks what it sees.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO, Self

from media.errors import OutputRejected
from media.gateways.ffmpeg.boxes import Fragment, Init, read_fragments, read_init

# Every picture and every sound starts at this time, so that no decode time is negative.
TIMELINE_START_S = 1
STYP = b"\x00\x00\x00\x18stypmsdh\x00\x00\x00\x00msdhmsix"
COPY_BLOCK_BYTES = 1024**2
INIT_NAME = "init.mp4"


@dataclass(frozen=True, slots=True)
class Segment:
    """One media segment of a rung: a file, next to the manifest that lists it."""

    name: str
    duration_s: float
    size_bytes: int

    def to_json(self) -> dict[str, Any]:
        """Return a plain dict that `json.dumps` accepts."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Rebuild the segment from `to_json()`."""
        return cls(**data)


class Splitter:
    """Turn the fragments of `source`, as they come, into segments in `folder`.

    `starts_segment(shown_s, frame)` tells whether the fragment shown at that second of the
    film, with that many frames before it, opens a new segment. `first_shown_s` is when the
    first frame is shown, in seconds of the film.
    """

    def __init__(
        self,
        source: Path,
        folder: Path,
        *,
        name: Callable[[int], str],
        starts_segment: Callable[[float, int], bool],
        first_shown_s: float,
    ) -> None:
        self.segments: list[Segment] = []
        self.frame_counts: list[int] = []
        self.init: Init | None = None
        self._source = source
        self._folder = folder
        self._name = name
        self._starts_segment = starts_segment
        self._first_shown_s = first_shown_s
        self._offset = 0
        self._shift: int | None = None
        self._frames = 0
        self._waiting: list[Fragment] = []
        self._expected_decode_time: int | None = None

    def advance(self) -> list[Segment]:
        """Write the segments that are complete by now, and return them."""
        if not self._source.exists():
            return []
        before = len(self.segments)
        with self._source.open("rb") as file:
            end = os.fstat(file.fileno()).st_size
            for item in read_fragments(file, self._offset, end):
                if isinstance(item, bytes):
                    self._take_init(item)
                    self._offset = len(item)
                else:
                    self._take(item, file)
                    self._offset = item.payload_at + item.payload_bytes
        return self.segments[before:]

    def finish(self) -> list[Segment]:
        """Write the last segment; call once ffmpeg has ended well. Returns all segments.

        Raises OutputRejected when there is nothing at all.
        """
        self.advance()
        if self.init is None or not self._waiting:
            raise OutputRejected(f"{self._source.name} holds no fragment")
        with self._source.open("rb") as file:
            self._write(file)
        return self.segments

    def _take_init(self, data: bytes) -> None:
        try:
            self.init = read_init(data)
        except ValueError as error:
            raise OutputRejected(str(error)) from error
        write_init(self._folder, data)

    def _take(self, fragment: Fragment, file: BinaryIO) -> None:
        assert self.init is not None
        if not fragment.starts_with_key:
            raise OutputRejected(f"a fragment of {self._source.name} has no keyframe")
        if self._expected_decode_time not in (None, fragment.decode_time):
            raise OutputRejected(f"a hole in {self._source.name} at {fragment.decode_time}")
        self._expected_decode_time = fragment.decode_time + fragment.duration
        if self._shift is None:
            start_s = self._first_shown_s + TIMELINE_START_S
            self._shift = round(start_s * self.init.timescale) - fragment.first_shown
        shown_s = (fragment.first_shown + self._shift) / self.init.timescale - TIMELINE_START_S
        if self._waiting and self._starts_segment(shown_s, self._frames):
            self._write(file)
        self._waiting.append(fragment)
        self._frames += fragment.sample_count

    def _write(self, file: BinaryIO) -> None:
        assert self.init is not None
        assert self._shift is not None
        path = self._folder / self._name(len(self.segments))
        part = path.with_name(f".{path.name}.part")
        with part.open("wb") as target:
            target.write(STYP)
            for fragment in self._waiting:
                target.write(fragment.moof_at(fragment.decode_time + self._shift))
                _copy_range(file, target, fragment.payload_at, fragment.payload_bytes)
            size_bytes = target.tell()
        part.replace(path)
        ticks = sum(fragment.duration for fragment in self._waiting)
        duration_s = round(ticks / self.init.timescale, 6)
        self.segments.append(Segment(path.name, duration_s, size_bytes))
        self.frame_counts.append(sum(fragment.sample_count for fragment in self._waiting))
        self._waiting = []


def write_init(folder: Path, data: bytes) -> None:
    """Write the init segment of a rung, or check that it is the one already there.

    Raises OutputRejected when another chunk of this rung came out with another header.
    """
    path = folder / INIT_NAME
    if not path.exists():
        part = folder / f".{INIT_NAME}.{os.getpid()}.part"
        part.write_bytes(data)
        part.replace(path)
    if path.read_bytes() != data:
        raise OutputRejected(f"{folder.name}/{INIT_NAME} differs between chunks")


def _copy_range(source: BinaryIO, target: BinaryIO, start: int, size_bytes: int) -> None:
    source.seek(start)
    while size_bytes:
        block = source.read(min(size_bytes, COPY_BLOCK_BYTES))
        if not block:
            raise OutputRejected("the encoder's file ends in the middle of a fragment")
        target.write(block)
        size_bytes -= len(block)


def total_s(segments: Iterable[Segment]) -> float:
    """Return the length of several segments together, in seconds."""
    return sum(segment.duration_s for segment in segments)
