"""Commands in AMF0, as encoders write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live.feed_refusals import NotRtmp
from live.ingest.rtmp.amf import decode, encode

VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.dictionaries(st.text(min_size=1, max_size=8), inner, max_size=3),
    max_leaves=8,
)


def test_a_command_is_read_as_it_is_written_in_the_specification():
    said = bytes.fromhex("020007636f6e6e656374003ff0000000000000030003617070020004" + b"live".hex())
    said += bytes.fromhex("000009")
    assert decode(said) == ["connect", 1.0, {"app": "live"}]
    assert encode("connect", 1, {"app": "live"}) == said


@given(st.lists(VALUES, max_size=4))
def test_what_is_written_is_read_again(values):
    assert decode(encode(*values)) == values


def test_other_kinds_of_values_are_understood():
    strict = b"\x0a\0\0\0\x02" + encode(1.0) + encode("x")
    ecma = b"\x08\0\0\0\x01" + encode({"fps": 30.0})[1:]
    date = b"\x0b" + encode(12.0)[1:] + b"\0\0"
    long_text = b"\x0c\0\0\0\x02hi"
    assert decode(strict + ecma + date + long_text + b"\x06") == [
        [1.0, "x"],
        {"fps": 30.0},
        12.0,
        "hi",
        None,
    ]


@pytest.mark.parametrize(
    "said",
    [
        b"\x0d",
        b"\x02\xff\xff",
        b"\x00\x01",
        b"\x0a\xff\xff\xff\xff" + b"\x05" * 600,
        b"\x03\0\x01a" * 20,
        b"\x03",
    ],
    ids=["unknown", "short text", "short number", "too many", "too deep", "open object"],
)
def test_damaged_commands_are_refused(said):
    with pytest.raises(NotRtmp):
        decode(said)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(said):
    try:
        assert isinstance(decode(said), list)
    except NotRtmp:
        pass
