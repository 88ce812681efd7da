"""RTMP's messages written down as a file that ffmpeg reads."""

import pytest

from live.feed_refusals import PictureUnfit, SoundUnfit
from live.ingest.rtmp.amf import encode
from live.ingest.rtmp.chunks import AUDIO, CLOCK, DATA, VIDEO, Message
from live.ingest.rtmp.flv import HEAD, FlvWriter

PICTURE_HEADER = Message(VIDEO, 0, b"\x17\x00\x00\x00\x00avcC")
SOUND_HEADER = Message(AUDIO, 0, b"\xaf\x00\x12\x10")


def picture(at_ms: int, payload: bytes = b"\x17\x01frame") -> Message:
    return Message(VIDEO, at_ms, payload)


def time_ms(tag: bytes) -> int:
    return int.from_bytes(tag[4:7]) | tag[7] << 24


def test_a_tag_is_the_message_between_its_sizes():
    flv = FlvWriter()
    assert flv.begin() == HEAD
    tag = flv.write(picture(40))
    assert tag[0] == VIDEO
    assert tag[1:4] == (7).to_bytes(3)
    assert tag[11:18] == b"\x17\x01frame"
    assert tag[18:] == (18).to_bytes(4)


def test_the_clock_starts_with_the_first_picture_or_sound_not_with_its_description():
    flv = FlvWriter()
    assert time_ms(flv.write(PICTURE_HEADER)) == 0
    times = [time_ms(flv.write(picture(at))) for at in (90_000_000, 90_000_033, 107_000_000)]
    assert times == [0, 33, 17_000_000]


def test_a_wrapped_clock_goes_on_and_what_comes_late_stays_where_it_is():
    flv = FlvWriter()
    times = [time_ms(flv.write(picture(at))) for at in (CLOCK - 10, 20, CLOCK - 30, 60)]
    assert times == [0, 31, 31, 71]


def test_a_second_description_of_the_picture_ends_the_file():
    flv = FlvWriter()
    flv.write(PICTURE_HEADER)
    flv.write(SOUND_HEADER)
    assert flv.write(PICTURE_HEADER) == b""
    assert not flv.has_changed
    other = Message(VIDEO, 0, PICTURE_HEADER.payload + b"other")
    assert flv.write(other) == b""
    assert flv.has_changed
    following = FlvWriter(flv.headers)
    begun = following.begin()
    assert other.payload in begun
    assert SOUND_HEADER.payload in begun
    assert not following.has_changed


def test_only_the_description_of_the_stream_is_kept_of_what_it_says_of_itself():
    flv = FlvWriter()
    words = encode("onMetaData", {"width": 1280.0})
    assert words in flv.write(Message(DATA, 0, encode("@setDataFrame") + words))
    assert words in flv.write(Message(DATA, 0, words))
    assert flv.write(Message(DATA, 0, encode("onTextData", {"text": "x"}))) == b""


@pytest.mark.parametrize(
    ("message", "refusal"),
    [
        (picture(0, b"\x12\x00"), PictureUnfit),
        (picture(0, b"\x90hvc1"), PictureUnfit),
        (Message(AUDIO, 0, b"\x2f\xff"), SoundUnfit),
    ],
    ids=["H.263", "enhanced RTMP", "MP3"],
)
def test_what_cannot_be_copied_is_refused(message, refusal):
    with pytest.raises(refusal):
        FlvWriter().write(message)


def test_empty_messages_are_left_out():
    assert FlvWriter().write(picture(0, b"")) == b""
