"""What ffmpeg writes into a pipe is put together and understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live.feed_refusals import (
    FeedRefused,
    PictureMissing,
    PictureUnfit,
    SoundUnfit,
    StreamUnreadable,
    TooHeavy,
)
from live.ingest.fragments import LARGEST_BOX_BYTES, FragmentReader, Head, Part
from tests.live.ingest.boxes import (
    KEY,
    NOT_KEY,
    box,
    fragment,
    init,
    picture_track,
    sound_track,
    traf,
)

PICTURES = [(40, KEY, 80), (40, NOT_KEY, 40), (60, NOT_KEY, 0)]
SOUND = [(21, KEY, 0)] * 5
WHOLE = init(picture_track(), sound_track())


@pytest.mark.parametrize("step", [1, 9, 100_000])
def test_head_and_parts_come_out_whatever_the_pieces(step):
    first = fragment(traf(1, 1000, PICTURES), traf(2, 1000, SOUND))
    second = fragment(traf(2, 1100, SOUND), traf(1, 1140, [(40, NOT_KEY, 80)]))
    said = WHOLE + first + second
    reader = FragmentReader()
    found = [one for at in range(0, len(said), step) for one in reader.take(said[at : at + step])]
    assert found == [
        Head(WHOLE, 1, 1000, 1280, 720, "avc1.64001f,mp4a.40.2"),
        Part(first, True, 1.08, (0.04, 0.04, 0.06)),
        Part(second, False, 1.22, (0.04,)),
    ]
    assert found[1].length_s == pytest.approx(0.14)


def test_the_picture_may_be_any_track_and_come_without_sound():
    said = init(picture_track(number=7)) + fragment(traf(7, 500, PICTURES))
    head, part = FragmentReader().take(said)
    assert (head.video_id, head.codecs) == (7, "avc1.64001f")
    assert part.starts_with_key


def test_sound_alone_is_a_part_without_pictures():
    _, part = FragmentReader().take(WHOLE + fragment(traf(2, 0, SOUND)))
    assert (part.starts_with_key, part.frames_s) == (False, ())


@pytest.mark.parametrize(
    ("head", "refusal"),
    [
        (init(sound_track()), PictureMissing),
        (init(picture_track(profile=110)), PictureUnfit),
        (init(picture_track(profile=244)), PictureUnfit),
        (init(picture_track(kind=b"hvc1")), PictureUnfit),
        (init(picture_track(), sound_track(object_type=0x6B)), SoundUnfit),
        (init(picture_track(), sound_track(kind=b"Opus")), SoundUnfit),
        (init(picture_track(kind=b"avc1")[:-40]), StreamUnreadable),
        (b"\0\0\0\7moov", StreamUnreadable),
        ((LARGEST_BOX_BYTES + 1).to_bytes(4) + b"mdat", TooHeavy),
    ],
    ids=["no-picture", "ten-bit", "4:4:4", "hevc", "mp3", "opus", "cut", "small-box", "large-box"],
)
def test_what_cannot_be_sent_on_is_refused(head, refusal):
    with pytest.raises(refusal):
        FragmentReader().take(head)


def test_a_fragment_without_its_times_is_refused():
    broken = box(b"moof", box(b"traf", box(b"tfhd", bytes(4), (1).to_bytes(4)))) + box(b"mdat")
    with pytest.raises(StreamUnreadable):
        FragmentReader().take(WHOLE + broken)


@given(st.binary(max_size=200), st.integers(0, len(WHOLE)))
def test_damaged_boxes_are_read_or_refused(noise, at):
    reader = FragmentReader()
    try:
        reader.take(WHOLE[:at] + noise + WHOLE[at:] + fragment(traf(1, 0, PICTURES)))
    except FeedRefused:
        pass
