"""Messages come together from pieces, whatever their order, and strangers cannot fill the memory."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from live.feed_refusals import NotRtmp
from live.ingest.rtmp.chunks import (
    ABORT,
    AUDIO,
    CLOCK,
    COMMAND,
    MOST_CHUNK_STREAMS,
    SET_CHUNK_SIZE,
    STRANGER_BYTES,
    VIDEO,
    ChunkReader,
    Message,
    write_message,
)

MESSAGES = st.builds(
    Message,
    kind=st.sampled_from([AUDIO, VIDEO, COMMAND]),
    timestamp_ms=st.integers(0, 0xFFFFFE),
    payload=st.binary(max_size=700),
    stream_id=st.integers(0, 5),
)


def head(form: int, lane: int, stamp: int, size: int, kind: int, stream: int = 1) -> bytes:
    """Return the head of a first chunk, with all of its fields or fewer."""
    fields = [stamp.to_bytes(3), size.to_bytes(3) + bytes([kind]), stream.to_bytes(4, "little")]
    return bytes([form << 6 | lane]) + b"".join(fields[: 3 - form])


@given(st.lists(MESSAGES, max_size=6), st.integers(1, 50), st.integers(1, 300))
def test_messages_come_out_as_they_went_in_whatever_the_pieces(messages, step, chunk_bytes):
    reader = ChunkReader()
    said = write_message(Message(SET_CHUNK_SIZE, 0, struct.pack(">I", chunk_bytes)), lane=2)
    said += b"".join(write_message(one, chunk_bytes=chunk_bytes) for one in messages)
    found = [m for at in range(0, len(said), step) for m in reader.take(said[at : at + step])]
    assert found == messages


def test_two_messages_may_be_sent_at_once():
    reader = ChunkReader()
    sound, picture = b"s" * 200, b"p" * 200
    said = head(0, 4, 10, 200, AUDIO) + sound[:128] + head(0, 6, 11, 200, VIDEO) + picture[:128]
    said += bytes([0xC4]) + sound[128:] + bytes([0xC6]) + picture[128:]
    assert reader.take(said) == [Message(AUDIO, 10, sound, 1), Message(VIDEO, 11, picture, 1)]


def test_shorter_heads_go_on_from_the_one_before():
    reader = ChunkReader()
    said = head(0, 4, 1000, 2, AUDIO) + b"ab" + head(1, 4, 20, 3, AUDIO) + b"abc"
    said += head(2, 4, 30, 0, 0) + b"def" + bytes([0xC4]) + b"ghi"
    assert [m.timestamp_ms for m in reader.take(said)] == [1000, 1020, 1050, 1080]


def test_long_times_have_four_bytes_in_each_piece_and_wrap():
    reader = ChunkReader()
    stamp = struct.pack(">I", CLOCK - 5)
    said = head(0, 4, 0xFFFFFF, 200, AUDIO) + stamp + b"x" * 128 + bytes([0xC4]) + stamp + b"y" * 72
    said += head(1, 4, 10, 1, AUDIO) + b"z"
    assert [m.timestamp_ms for m in reader.take(said)] == [CLOCK - 5, 4]


@pytest.mark.parametrize("number", [64, 319, 320, 65_599])
def test_chunk_streams_may_have_large_numbers(number):
    start = bytes([0, number - 64]) if number < 320 else b"\1" + struct.pack("<H", number - 64)
    said = start + head(0, 0, 7, 1, AUDIO)[1:] + b"x"
    assert ChunkReader().take(said) == [Message(AUDIO, 7, b"x", 1)]


def test_a_message_can_be_given_up():
    reader = ChunkReader()
    said = head(0, 4, 0, 200, AUDIO) + b"x" * 128
    said += write_message(Message(ABORT, 0, struct.pack(">I", 4)), lane=2)
    said += head(0, 4, 9, 1, AUDIO) + b"y"
    assert reader.take(said) == [Message(AUDIO, 9, b"y", 1)]


@pytest.mark.parametrize(
    "said",
    [
        bytes([0xC5]),
        head(0, 4, 0, STRANGER_BYTES + 1, AUDIO),
        head(0, 4, 0, 200, AUDIO) + b"x" * 128 + head(0, 4, 0, 200, AUDIO),
        write_message(Message(SET_CHUNK_SIZE, 0, b"\0\0\0\0")),
        write_message(Message(SET_CHUNK_SIZE, 0, b"\1")),
        b"".join(head(0, n, 0, 500, AUDIO) + b"x" * 128 for n in range(3, 4 + MOST_CHUNK_STREAMS)),
    ],
    ids=["never begun", "too large", "begun twice", "no size", "short size", "too many"],
)
def test_what_breaks_the_rules_is_refused(said):
    with pytest.raises(NotRtmp):
        ChunkReader().take(said)


def test_many_begun_messages_together_are_as_bounded_as_one():
    reader = ChunkReader()
    chunk = write_message(Message(SET_CHUNK_SIZE, 0, struct.pack(">I", 6000)), lane=2)
    reader.take(chunk)
    begun = b"".join(head(0, lane, 0, 8000, VIDEO) + b"x" * 6000 for lane in range(3, 10))
    with pytest.raises(NotRtmp):
        reader.take(begun)


@settings(max_examples=300)
@given(st.lists(st.binary(max_size=400), max_size=12))
def test_any_bytes_give_messages_or_the_refusal_and_little_is_held(pieces):
    reader = ChunkReader()
    try:
        for piece in pieces:
            for message in reader.take(piece):
                assert len(message.payload) <= STRANGER_BYTES
            held = len(reader._buffer) + sum(len(lane.payload) for lane in reader._lanes.values())
            assert held <= 2 * STRANGER_BYTES
    except NotRtmp:
        pass
