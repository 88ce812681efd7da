"""MP4 boxes written by hand, as ffmpeg writes them."""

import struct

KEY, NOT_KEY = 0x0200_0000, 0x0101_0000
TICKS = 1000


def box(kind: bytes, *content: bytes) -> bytes:
    inside = b"".join(content)
    return struct.pack(">I4s", 8 + len(inside), kind) + inside


def full(kind: bytes, flags: int, *content: bytes, version: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *content)


def track(number: int, handler: bytes, entry: bytes) -> bytes:
    return box(
        b"trak",
        full(b"tkhd", 3, bytes(8), struct.pack(">I", number), bytes(68)),
        box(
            b"mdia",
            full(b"mdhd", 0, bytes(8), struct.pack(">II", TICKS, 0), bytes(4)),
            full(b"hdlr", 0, bytes(4), handler, bytes(13)),
            box(b"minf", box(b"stbl", full(b"stsd", 0, struct.pack(">I", 1), entry))),
        ),
    )


def picture_track(profile: int = 100, kind: bytes = b"avc1", number: int = 1) -> bytes:
    avcc = box(b"avcC", bytes([1, profile, 0, 31]), bytes(6))
    size = struct.pack(">HH", 1280, 720)
    return track(number, b"vide", box(kind, bytes(24), size, bytes(50), avcc))


def sound_track(object_type: int = 0x40, kind: bytes = b"mp4a", number: int = 2) -> bytes:
    decoder = b"\x04\x11" + bytes([object_type]) + bytes(12) + b"\x05\x02\x12\x10"
    esds = full(b"esds", 0, b"\x03\x19\0\0\0", decoder)
    return track(number, b"soun", box(kind, bytes(28), esds))


def init(*tracks: bytes) -> bytes:
    return box(b"ftyp", b"iso5") + box(b"moov", full(b"mvhd", 0, bytes(96)), *tracks)


def traf(number: int, decode_time: int, samples: list[tuple[int, int, int]]) -> bytes:
    """Return a track fragment of samples: duration, flags and offset, in ticks."""
    run = b"".join(struct.pack(">III", *sample) for sample in samples)
    return box(
        b"traf",
        full(b"tfhd", 0x020000, struct.pack(">I", number)),
        full(b"tfdt", 0, struct.pack(">Q", decode_time), version=1),
        full(b"trun", 0xD01, struct.pack(">II", len(samples), 0), run),
    )


def fragment(*trafs: bytes, payload: bytes = b"media") -> bytes:
    return box(b"moof", full(b"mfhd", 0, bytes(4)), *trafs) + box(b"mdat", payload)
