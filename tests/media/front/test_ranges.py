"""Single byte ranges, as RFC 9110 section 14 defines them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.front.ranges import RangeNotSatisfiable, Span, parse_range


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-499", 0, 499),
        ("bytes=500-999", 500, 999),
        ("bytes=500-", 500, 999),
        ("bytes=999-", 999, 999),
        ("bytes=0-5000", 0, 999),
        ("bytes=-1", 999, 999),
        ("bytes=-500", 500, 999),
        ("bytes=-5000", 0, 999),
        ("  bytes=1-2  ", 1, 2),
        ("Bytes=1-2", 1, 2),
    ],
)
def test_one_range_of_a_thousand_bytes(value, first, last):
    span = parse_range(value, 1000)
    assert span == Span(first, last)
    assert span.length == last - first + 1


@pytest.mark.parametrize(
    "value",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-2",
        "bytes=0-1,5-9",
        "bytes=0-1, 5-9",
        "bytes=--5",
        "bytes=1-2-3",
        "bytes=0x1-0x2",
        "seconds=0-1",
        "bytes=²-",
        f"bytes={'9' * 5000}-",
    ],
)
def test_what_is_malformed_or_more_than_one_is_ignored(value):
    assert parse_range(value, 1000) is None


@pytest.mark.parametrize(
    ("value", "size_bytes"),
    [
        ("bytes=1000-", 1000),
        ("bytes=1000-1001", 1000),
        ("bytes=5000-", 1000),
        ("bytes=-0", 1000),
        ("bytes=-5", 0),
        ("bytes=0-", 0),
    ],
)
def test_what_lies_outside_cannot_be_satisfied(value, size_bytes):
    with pytest.raises(RangeNotSatisfiable):
        parse_range(value, size_bytes)


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.integers(1, 10**12))
def test_a_range_never_leaves_the_file(first, last, size_bytes):
    try:
        span = parse_range(f"bytes={first}-{last}", size_bytes)
    except RangeNotSatisfiable:
        assert first >= size_bytes
        return
    if span is None:
        assert last < first
    else:
        assert span.first == first
        assert span.last == min(last, size_bytes - 1)
