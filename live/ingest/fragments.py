"""Read the fragmented MP4 that our ffmpeg writes into a pipe: its head, then part after part."""

import struct
from dataclasses import dataclass, field

from live.feed_refusals import PictureMissing, PictureUnfit, SoundUnfit, StreamUnreadable, TooHeavy
from media.gateways.ffmpeg.boxes import (
    NOT_SYNC,
    SOUND_ENTRY_BYTES,
    VISUAL_ENTRY_BYTES,
    children,
    find,
    sample_defaults,
    samples_of,
    sound_codec,
)

LARGEST_BOX_BYTES = 32 * 1024**2
# Baseline, main and high: 8 bits, 4:2:0. What every player shows.
PLAIN_PROFILES = (66, 77, 88, 100)


@dataclass(frozen=True, slots=True)
class Head:
    """An init segment: `data`, and what it says of its picture and codecs."""

    data: bytes
    video_id: int
    timescale: int
    width_px: int
    height_px: int
    codecs: str


@dataclass(frozen=True, slots=True)
class Part:
    """One moof with its mdat. Times in seconds of the stream; no frames: it holds sound only."""

    data: bytes
    starts_with_key: bool
    shown_s: float
    frames_s: tuple[float, ...] = field(default=())

    @property
    def length_s(self) -> float:
        """How long its pictures last."""
        return sum(self.frames_s)


class FragmentReader:
    """Puts boxes together: the head comes out first, then parts, in order."""

    def __init__(self) -> None:
        self.head: Head | None = None
        self._buffer = bytearray()
        self._waiting = b""

    def take(self, data: bytes) -> list[Head | Part]:
        """Return what `data` completes.

        Raises PictureMissing, PictureUnfit or SoundUnfit for a stream that cannot be sent on,
        TooHeavy or StreamUnreadable for one that is not what it should be.
        """
        self._buffer += data
        found: list[Head | Part] = []
        try:
            while (box := self._next_box()) is not None:
                found += self._file(box)
        except (ValueError, struct.error, LookupError, StopIteration) as error:
            raise StreamUnreadable from error
        return found

    def _next_box(self) -> bytes | None:
        if len(self._buffer) < 8:
            return None
        size = int.from_bytes(self._buffer[:4])
        if size > LARGEST_BOX_BYTES:
            raise TooHeavy
        if size < 8:
            raise StreamUnreadable
        if len(self._buffer) < size:
            return None
        box = bytes(self._buffer[:size])
        del self._buffer[:size]
        return box

    def _file(self, box: bytes) -> list[Head | Part]:
        kind = box[4:8]
        if kind in (b"ftyp", b"moof"):
            self._waiting = box
        elif kind == b"moov":
            self.head = read_head(self._waiting + box)
            return [self.head]
        elif kind == b"mdat" and self.head is not None:
            return [_part(self._waiting, box, self.head)]
        return []


def read_head(data: bytes) -> Head:
    """Read ftyp + moov. Raises what `FragmentReader.take` does, or ValueError."""
    start, end = find(data, b"moov")
    picture: tuple[int, int, int, int] | None = None
    codecs: list[str] = []
    for kind, at, stop in children(data, start, end):
        if kind != b"trak":
            continue
        track = data[at:stop]
        name, entry = _sample_entry(track)
        if name == b"avc1":
            codecs.insert(0, _picture_codec(entry))
            picture = (_track_id(track), _timescale(track), *struct.unpack_from(">HH", entry, 24))
        elif name == b"mp4a":
            codecs.append(_sound_codec(entry))
        else:
            raise SoundUnfit if _is_sound(track) else PictureUnfit
    if picture is None:
        raise PictureMissing
    return Head(data, *picture, codecs=",".join(codecs))


def _sample_entry(track: bytes) -> tuple[bytes, bytes]:
    at, end = find(track, b"mdia", b"minf", b"stbl", b"stsd")
    kind, start, stop = next(children(track, at + 8, end))
    return kind, track[start:stop]


def _picture_codec(entry: bytes) -> str:
    boxes = children(entry, VISUAL_ENTRY_BYTES)
    at = next(start for name, start, _ in boxes if name == b"avcC")
    if entry[at + 1] not in PLAIN_PROFILES:
        raise PictureUnfit
    return f"avc1.{entry[at + 1 : at + 4].hex()}"


def _sound_codec(entry: bytes) -> str:
    boxes = children(entry, SOUND_ENTRY_BYTES)
    at, end = next((start, stop) for name, start, stop in boxes if name == b"esds")
    codec = sound_codec(entry[at + 4 : end])
    if not codec.startswith("mp4a.40."):
        raise SoundUnfit
    return codec


def _is_sound(track: bytes) -> bool:
    at, _ = find(track, b"mdia", b"hdlr")
    return track[at + 8 : at + 12] == b"soun"


def _track_id(track: bytes) -> int:
    at, _ = find(track, b"tkhd")
    return struct.unpack_from(">I", track, at + (20 if track[at] else 12))[0]


def _timescale(track: bytes) -> int:
    at, _ = find(track, b"mdia", b"mdhd")
    return struct.unpack_from(">I", track, at + (20 if track[at] else 12))[0]


def _part(moof: bytes, mdat: bytes, head: Head) -> Part:
    start, end = find(moof, b"moof")
    for kind, at, stop in children(moof, start, end):
        if kind == b"traf":
            boxes = list(children(moof, at, stop))
            header_at = next(inner for name, inner, _ in boxes if name == b"tfhd")
            if struct.unpack_from(">I", moof, header_at + 4)[0] == head.video_id:
                return _with_pictures(moof, mdat, head, boxes)
    return Part(moof + mdat, starts_with_key=False, shown_s=0.0)


def _with_pictures(
    moof: bytes, mdat: bytes, head: Head, boxes: list[tuple[bytes, int, int]]
) -> Part:
    places = {name: (at, stop) for name, at, stop in boxes}
    defaults = sample_defaults(moof, *places[b"tfhd"])
    at = places[b"tfdt"][0]
    wide = moof[at] == 1
    decode_time = struct.unpack_from(">Q" if wide else ">I", moof, at + 4)[0]
    samples = [
        sample
        for name, start, _ in boxes
        if name == b"trun"
        for sample in samples_of(moof, start, defaults)
    ]
    if not samples:
        return Part(moof + mdat, starts_with_key=False, shown_s=0.0)
    _, flags, offset = samples[0]
    ticks = head.timescale
    return Part(
        moof + mdat,
        starts_with_key=not flags & NOT_SYNC,
        shown_s=(decode_time + offset) / ticks,
        frames_s=tuple(duration / ticks for duration, _, _ in samples),
    )
