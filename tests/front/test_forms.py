"""Small forms."""

import asyncio

import pytest
from asgiref.sync import async_to_sync

from front.forms import fields_of, number_in, read_body, read_fields


def read(*pieces, most_bytes=10):
    arrivals = [
        {"type": "http.request", "body": piece, "more_body": number < len(pieces)}
        for number, piece in enumerate(pieces, 1)
    ]

    async def receive():
        return arrivals.pop(0) if arrivals else await asyncio.Future()

    return async_to_sync(read_body)(receive, most_bytes)


def test_a_body_comes_in_pieces():
    assert read(b"abc", b"", b"def") == b"abcdef"
    assert read(b"") == b""


def test_a_body_that_is_too_long_is_not_read_to_its_end():
    assert read(b"0123456789") == b"0123456789"
    assert read(b"0123456789", b"0", b"x" * 1000) is None


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (b"a=1&b=deux+mots&a=2", {"a": "1", "b": "deux mots"}),
        (b"a=%C3%A9&b=", {"a": "é"}),
        (b"\xff=%ff", {"�": "�"}),
        (b"{}", {}),
        (b"&".join(b"a=1" for _ in range(21)), {}),
    ],
)
def test_fields(text, fields):
    assert read_fields(text) == fields


def test_fields_of_the_body_or_of_the_address():
    scope = {"query_string": b"a=1"}
    assert fields_of({**scope, "method": "POST"}, b"a=2") == {"a": "2"}
    assert fields_of({**scope, "method": "GET"}, b"a=2") == {"a": "1"}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", 12),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, -1),
        ("", -1),
        ("-1", -1),
        ("²", -1),
        ("१", -1),
    ],
)
def test_numbers(written, number):
    assert number_in(written) == number
