"""libsrt lets callers in or sends them away with a reason, and hands on what they send."""

import socket
from contextlib import contextmanager
from threading import Thread

import pytest

from live.gateways import srt
from tests.live.srt_caller import Caller, call

PASSPHRASE = "a passphrase of the test"
WRONG_PASSPHRASE, PASSPHRASE_MISSING = 10, 11


def judge(stream_id, peer):
    assert peer[0] == "127.0.0.1"
    if stream_id == "fault":
        raise ZeroDivisionError
    if stream_id != "studio":
        raise srt.Rejected(srt.FORBIDDEN)
    return PASSPHRASE


@contextmanager
def listening():
    listener = srt.Listener("127.0.0.1", 0, judge)
    try:
        yield listener
    finally:
        listener.close()


@contextmanager
def met(listener):
    """Give a caller and the connection with it."""
    with Caller(listener.port, "studio", PASSPHRASE) as caller:
        assert caller.reason == 0
        connection = await_caller(listener)
        yield caller, connection
        connection.forget()


def await_caller(listener):
    for _ in range(40):
        if connection := listener.accept():
            return connection
    raise AssertionError("nobody came")


def heard(connection, size):
    """Read until so much came, or the caller is gone."""
    data = b""
    while len(data) < size and (piece := connection.read()) != b"":
        data += piece or b""
    return data


def test_what_is_sent_arrives_whole_and_in_order():
    messages = [bytes([number]) * 1316 for number in range(100)]
    with listening() as listener, met(listener) as (caller, connection):
        assert connection.stream_id == "studio"
        assert connection.peer[0] == "127.0.0.1"
        assert connection.read() is None
        for message in messages:
            caller.send(message)
        assert heard(connection, 131_600) == b"".join(messages)


def test_who_leaves_is_gone():
    with listening() as listener, met(listener) as (caller, connection):
        caller.send(b"last words")
        assert heard(connection, 10) == b"last words"
        caller.leave()
        assert heard(connection, 1) == b""


def test_who_is_hung_up_on_is_read_no_more():
    with listening() as listener, met(listener) as (_, connection):
        reader = Thread(target=heard, args=(connection, 1))
        reader.start()
        connection.hang_up()
        reader.join(timeout=10)
        assert not reader.is_alive()
        assert connection.read() == b""


@pytest.mark.parametrize(
    ("stream_id", "passphrase", "reason"),
    [
        ("nairobi", PASSPHRASE, srt.FORBIDDEN),
        ("", "", srt.FORBIDDEN),
        ("fault", PASSPHRASE, srt.BROKEN),
        ("studio", "another passphrase", WRONG_PASSPHRASE),
        ("studio", "", PASSPHRASE_MISSING),
    ],
)
def test_others_are_sent_away_with_a_reason(stream_id, passphrase, reason, caplog):
    with listening() as listener:
        assert call(listener.port, stream_id, passphrase) == reason
        assert listener.accept() is None
    assert passphrase not in caplog.text or not passphrase


def test_a_port_that_is_taken_fails():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(srt.SrtFailed):
            srt.Listener("127.0.0.1", taken.getsockname()[1], judge)


def test_an_address_that_is_none_fails():
    with pytest.raises(srt.SrtFailed):
        srt.Listener("nowhere.invalid", 0, judge)


def test_both_families_are_listened_to_by_name():
    listener = srt.Listener("::", 0, judge)
    try:
        assert call(listener.port, "studio", PASSPHRASE) == 0
        assert await_caller(listener).peer[0] == "127.0.0.1"
    finally:
        listener.close()


def test_without_the_library_there_is_none(monkeypatch):
    monkeypatch.setattr(srt, "LIBRARIES", ("srt-of-nobody",))
    srt.library_name.cache_clear()
    srt._library.cache_clear()
    try:
        with pytest.raises(srt.SrtMissing):
            srt.Listener("127.0.0.1", 0, judge)
    finally:
        srt.library_name.cache_clear()
        srt._library.cache_clear()
