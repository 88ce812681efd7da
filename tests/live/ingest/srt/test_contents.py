"""What a transport stream says it holds decides whether it is sent on."""

import pytest

from live.feed_refusals import NotTransportStream, PictureMissing, PictureUnfit, SoundUnfit
from live.ingest.srt.contents import LOOKED_AT_BYTES, ContentsReader

H264, HEVC, AAC, MP2, DATA = 0x1B, 0x24, 0x0F, 0x03, 0x06
OPUS = bytes([0x05, 4]) + b"Opus"
AC3 = bytes([0x6A, 1, 0])
TELETEXT = bytes([0x56, 0])
PMT_PID = 0x1000


def packet(pid: int, payload: bytes, *, starts: bool = True, count: int = 0) -> bytes:
    head = bytes([0x47, (0x40 if starts else 0) | pid >> 8, pid & 0xFF])
    room = 184 - len(payload)
    if not room:
        return head + bytes([0x10 | count]) + payload
    stuffing = bytes([room - 1]) + (b"\0" + b"\xff" * (room - 2) if room > 1 else b"")
    return head + bytes([0x30 | count]) + stuffing + payload


def section(table: int, body: bytes) -> bytes:
    inside = b"\0\1\xc1\0\0" + body + b"CRC!"
    return bytes([table]) + (0xB000 | len(inside)).to_bytes(2) + inside


def programmes() -> bytes:
    """Return a PAT: the network's table, then one programme."""
    body = b"\0\0" + (0xE010).to_bytes(2) + b"\0\1" + (0xE000 | PMT_PID).to_bytes(2)
    return packet(0, b"\0" + section(0, body))


def streams(*kinds: int | tuple[int, bytes]) -> list[bytes]:
    """Return the packets of a PMT."""
    body = b"\xe1\x00\xf0\x00"
    for number, one in enumerate(kinds):
        kind, says = one if isinstance(one, tuple) else (one, b"")
        body += bytes([kind]) + (0xE100 + number).to_bytes(2) + (0xF000 | len(says)).to_bytes(2)
        body += says
    data = b"\0" + section(2, body)
    pieces = [data[at : at + 184] for at in range(0, len(data), 184)]
    return [packet(PMT_PID, piece, starts=not at) for at, piece in enumerate(pieces)]


def read(*packets: bytes) -> ContentsReader:
    reader = ContentsReader()
    reader.take(b"".join(packets))
    return reader


@pytest.mark.parametrize(
    "kinds",
    [
        (H264, AAC),
        (H264,),
        (AAC, H264),
        (H264, (DATA, TELETEXT), AAC),
        (H264, AAC, MP2),
    ],
)
def test_h264_with_aac_or_nothing_is_let_through(kinds):
    assert read(programmes(), *streams(*kinds)).is_known


@pytest.mark.parametrize(
    ("kinds", "refusal"),
    [
        ((AAC,), PictureMissing),
        ((), PictureMissing),
        ((HEVC, AAC), PictureUnfit),
        ((H264, MP2), SoundUnfit),
        ((H264, (DATA, OPUS)), SoundUnfit),
        ((H264, (DATA, TELETEXT), (DATA, AC3)), SoundUnfit),
    ],
)
def test_others_are_told_why_not(kinds, refusal):
    with pytest.raises(refusal):
        read(programmes(), *streams(*kinds))


def test_tables_come_in_any_pieces_between_other_packets():
    many = streams(H264, AAC, *((DATA, b"\x09\x20" + bytes(32)) for _ in range(8)))
    assert len(many) > 1
    other = packet(0x100, bytes(184))
    empty = bytes([0x47, 0, 0, 0x20, 183]) + bytes(183)
    data = b"".join((other, empty, programmes(), other, many[0], other, *many[1:], other))
    reader = ContentsReader()
    for at in range(0, len(data), 100):
        assert not reader.is_known or at > 188 * 6
        reader.take(data[at : at + 100])
    assert reader.is_known
    reader.take(b"whatever comes then")


def test_another_table_at_the_same_place_is_passed_over():
    other = packet(PMT_PID, b"\0" + section(0xC0, b"x"))
    assert read(programmes(), other, *streams(H264)).is_known


def test_what_has_no_packets_or_no_tables_is_no_transport_stream():
    with pytest.raises(NotTransportStream):
        read(bytes(188))
    reader = ContentsReader()
    silence = packet(0x1FFF, bytes(184)) * 1000
    for _ in range(LOOKED_AT_BYTES // len(silence)):
        reader.take(silence)
    with pytest.raises(NotTransportStream):
        reader.take(silence)
    assert not reader.is_known
