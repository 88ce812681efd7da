"""Times as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.timecode import format_timecode, parse_timecode


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("80", 80), ("1:20", 80), ("0:01:20", 80), (" 1:02:03 ", 3723), ("90:00", 5400), ("0", 0)],
)
def test_every_usual_way_to_write_a_time(text, seconds):
    assert parse_timecode(text) == seconds


@pytest.mark.parametrize("text", ["", "1:75", "1:60:00", "-3", "1,5", "a", "1:2:3:4", ":20"])
def test_a_slip_is_not_guessed(text):
    with pytest.raises(ValueError):
        parse_timecode(text)


@given(seconds=st.integers(0, 359_999))
def test_what_is_written_reads_the_same(seconds):
    assert parse_timecode(format_timecode(seconds)) == seconds
