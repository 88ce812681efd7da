"""Read the MP4 boxes that our own encoder wrote: fragments, their times, the codec.

Only for files made here, never for uploads.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

NOT_SYNC = 0x0001_0000
TRUN_DATA_OFFSET, TRUN_FIRST_FLAGS = 0x1, 0x4
TRUN_DURATION, TRUN_SIZE, TRUN_FLAGS, TRUN_CTS = 0x100, 0x200, 0x400, 0x800
TFHD_BASE, TFHD_DESCRIPTION, TFHD_DURATION, TFHD_SIZE, TFHD_FLAGS = 0x1, 0x2, 0x8, 0x10, 0x20
VISUAL_ENTRY_BYTES, SOUND_ENTRY_BYTES = 78, 28


@dataclass(frozen=True, slots=True)
class Fragment:
    """One moof and its mdat. Times in ticks of the track; `tfdt_at` is an offset in `moof`."""

    moof: bytes
    tfdt_at: int
    decode_time: int
    first_shown: int
    sample_count: int
    duration: int
    starts_with_key: bool
    payload_at: int
    payload_bytes: int

    def moof_at(self, decode_time: int) -> bytes:
        """Return the moof with another decode time."""
        stamp = struct.pack(">Q", decode_time)
        return self.moof[: self.tfdt_at] + stamp + self.moof[self.tfdt_at + 8 :]


@dataclass(frozen=True, slots=True)
class Init:
    """What an init segment says: ticks per second, codec for a manifest, picture size."""

    data: bytes
    timescale: int
    codec: str
    width_px: int
    height_px: int


def children(
    data: bytes, start: int = 0, end: int | None = None
) -> Iterator[tuple[bytes, int, int]]:
    """Yield the kind of each box in `data`, and where its content starts and ends."""
    at, end = start, len(data) if end is None else end
    while at + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, at)
        if size < 8 or at + size > end:
            raise ValueError(f"box {kind!r} of {size} bytes at {at}")
        yield kind, at + 8, at + size
        at += size


def find(data: bytes, *path: bytes) -> tuple[int, int]:
    """Return where the content of the box at `path` starts and ends.

    Raises ValueError when there is none.
    """
    start, end = 0, len(data)
    for wanted in path:
        for kind, inner_start, inner_end in children(data, start, end):
            if kind == wanted:
                start, end = inner_start, inner_end
                break
        else:
            raise ValueError(f"no box {path!r}")
    return start, end


def read_init(data: bytes) -> Init:
    """Read ftyp + moov. Raises ValueError or struct.error when they are not ours."""
    media = (b"moov", b"trak", b"mdia")
    at, _ = find(data, *media, b"mdhd")
    timescale = struct.unpack_from(">I", data, at + (20 if data[at] else 12))[0]
    at, end = find(data, *media, b"minf", b"stbl", b"stsd")
    kind, entry, entry_end = next(children(data, at + 8, end))
    if kind == b"avc1":
        width_px, height_px = struct.unpack_from(">HH", data, entry + 24)
        boxes = children(data, entry + VISUAL_ENTRY_BYTES, entry_end)
        at = next(start for name, start, _ in boxes if name == b"avcC")
        return Init(data, timescale, f"avc1.{data[at + 1 : at + 4].hex()}", width_px, height_px)
    if kind == b"mp4a":
        boxes = children(data, entry + SOUND_ENTRY_BYTES, entry_end)
        at, end = next((start, stop) for name, start, stop in boxes if name == b"esds")
        return Init(data, timescale, sound_codec(data[at + 4 : end]), 0, 0)
    raise ValueError(f"unexpected codec {kind!r}")


def sound_codec(descriptors: bytes) -> str:
    """Return `mp4a.40.2` and the like from the descriptors of an esds box."""
    at = 0
    while at < len(descriptors):
        tag = descriptors[at]
        at += 1
        while descriptors[at] & 0x80:
            at += 1
        at += 1
        if tag == 0x03:
            at += 3
        elif tag == 0x04:
            object_type = descriptors[at]
            at += 13
        elif tag == 0x05:
            return f"mp4a.{object_type:x}.{descriptors[at] >> 3}"
    raise ValueError("no decoder description in esds")


def read_fragments(file: BinaryIO, start: int, end: int) -> Iterator[Fragment | bytes]:
    """Yield what is complete between two offsets of a fragmented file.

    The first item is the init segment as bytes when `start` is 0, then come Fragments. A last
    box that is still being written is left for the next call, from the last payload's end.
    """
    head, at = b"", start
    while at + 8 <= end:
        file.seek(at)
        size, kind = struct.unpack(">I4s", file.read(8))
        header_bytes = 8
        if size == 1:
            size, header_bytes = struct.unpack(">Q", file.read(8))[0], 16
        if at + size > end or size < header_bytes:
            return
        if kind in (b"ftyp", b"moov", b"moof"):
            file.seek(at)
            head += file.read(size)
            if kind == b"moov":
                yield head
                head = b""
        elif kind == b"mdat":
            yield _fragment(head, at, size)
            head = b""
        at += size


def _fragment(moof: bytes, payload_at: int, payload_bytes: int) -> Fragment:
    track = (b"moof", b"traf")
    tfdt_at, _ = find(moof, *track, b"tfdt")
    if moof[tfdt_at] != 1:
        raise ValueError("tfdt is not 64 bits wide")
    defaults = sample_defaults(moof, *find(moof, *track, b"tfhd"))
    decode_time = struct.unpack_from(">Q", moof, tfdt_at + 4)[0]
    shown, count, elapsed, first_flags = None, 0, 0, defaults[1]
    traf_start, traf_end = find(moof, *track)
    for kind, start, _ in children(moof, traf_start, traf_end):
        if kind != b"trun":
            continue
        for duration, flags, offset in samples_of(moof, start, defaults):
            if count == 0:
                first_flags = flags
            time = decode_time + elapsed + offset
            shown = time if shown is None else min(shown, time)
            count, elapsed = count + 1, elapsed + duration
    return Fragment(
        moof=moof,
        tfdt_at=tfdt_at + 4,
        decode_time=decode_time,
        first_shown=decode_time if shown is None else shown,
        sample_count=count,
        duration=elapsed,
        starts_with_key=not first_flags & NOT_SYNC,
        payload_at=payload_at,
        payload_bytes=payload_bytes,
    )


def sample_defaults(moof: bytes, at: int, _end: int) -> tuple[int, int]:
    """Return the default duration and flags of a fragment's samples."""
    flags = struct.unpack_from(">I", moof, at)[0] & 0xFFFFFF
    at += 8
    at += 8 if flags & TFHD_BASE else 0
    at += 4 if flags & TFHD_DESCRIPTION else 0
    duration = struct.unpack_from(">I", moof, at)[0] if flags & TFHD_DURATION else 0
    at += 4 if flags & TFHD_DURATION else 0
    at += 4 if flags & TFHD_SIZE else 0
    sample_flags = struct.unpack_from(">I", moof, at)[0] if flags & TFHD_FLAGS else 0
    return duration, sample_flags


def samples_of(moof: bytes, at: int, defaults: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """Yield duration, flags and composition offset of each sample of a trun."""
    version = moof[at]
    flags = struct.unpack_from(">I", moof, at)[0] & 0xFFFFFF
    count = struct.unpack_from(">I", moof, at + 4)[0]
    at += 8 + (4 if flags & TRUN_DATA_OFFSET else 0)
    first_flags = None
    if flags & TRUN_FIRST_FLAGS:
        first_flags, at = struct.unpack_from(">I", moof, at)[0], at + 4
    for number in range(count):
        duration, sample_flags, offset = *defaults, 0
        if flags & TRUN_DURATION:
            duration, at = struct.unpack_from(">I", moof, at)[0], at + 4
        at += 4 if flags & TRUN_SIZE else 0
        if flags & TRUN_FLAGS:
            sample_flags, at = struct.unpack_from(">I", moof, at)[0], at + 4
        if flags & TRUN_CTS:
            offset, at = struct.unpack_from(">i" if version else ">I", moof, at)[0], at + 4
        if number == 0 and first_flags is not None:
            sample_flags = first_flags
        yield duration, sample_flags, offset


def count_frames(path: Path) -> int:
    """Return the number of frames in a fragmented file or segment, 0 when absent or empty.

    Raises ValueError when the file ends in the middle of a box.
    """
    if not path.exists():
        return 0
    with path.open("rb") as file:
        end = path.stat().st_size
        if _last_box_end(file, end) != end:
            raise ValueError(f"{path.name} is cut short")
        items = read_fragments(file, 0, end)
        return sum(item.sample_count for item in items if isinstance(item, Fragment))


def _last_box_end(file: BinaryIO, end: int) -> int:
    at = 0
    while at + 8 <= end:
        file.seek(at)
        size, _ = struct.unpack(">I4s", file.read(8))
        at += struct.unpack(">Q", file.read(8))[0] if size == 1 else max(size, 8)
    return at
