"""What a publisher is answered, from the handshake to the goodbye."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live.feed_refusals import FeedBusy, KeyUnknown, NotRtmp, PictureUnfit
from live.ingest.rtmp.amf import decode, encode
from live.ingest.rtmp.chunks import (
    ACKNOWLEDGEMENT,
    AUDIO,
    COMMAND,
    DATA,
    USER_CONTROL,
    VIDEO,
    WINDOW_SIZE,
    ChunkReader,
    Message,
    write_message,
)
from live.ingest.rtmp.conversation import HANDSHAKE_BYTES, Conversation

KEY = "the-key"


def command(*values: object, stream_id: int = 0) -> bytes:
    return write_message(Message(COMMAND, 0, encode(*values), stream_id))


def greet(talk: Conversation) -> None:
    talk.receive(b"\3" + bytes(2 * HANDSHAKE_BYTES))
    talk.out.clear()


class Sender(Conversation):
    """A conversation with the reader that the other side has."""

    def __init__(self) -> None:
        super().__init__()
        self.reader = ChunkReader()


def answers(talk: Sender) -> list[list]:
    """Return the commands that wait to be sent, and forget them."""
    messages = talk.reader.take(bytes(talk.out))
    talk.out.clear()
    return [decode(message.payload) for message in messages if message.kind == COMMAND]


def publish(talk: Conversation, name: str = KEY) -> None:
    greet(talk)
    talk.receive(command("connect", 1, {"app": "live"}))
    talk.receive(command("publish", 5, None, name, "live", stream_id=1))


@pytest.fixture
def talk() -> Sender:
    return Sender()


@pytest.mark.parametrize("step", [1, 700, 4000])
def test_the_handshake_gives_back_what_it_got(talk, step):
    theirs = bytes(range(256)) * 6
    said = b"\3" + theirs + bytes(HANDSHAKE_BYTES) + command("connect", 1, {"app": "live"})
    for at in range(0, len(said), step):
        talk.receive(said[at : at + step])
    assert talk.out[0] == 3
    assert talk.out[1 + HANDSHAKE_BYTES : 1 + 2 * HANDSHAKE_BYTES] == theirs
    del talk.out[: 1 + 2 * HANDSHAKE_BYTES]
    assert answers(talk)[0][0] == "_result"


@pytest.mark.parametrize("said", [b"GET / HTTP/1.1\r\n", b"\x16\x03\x01", b"\6", b"SSH-2.0"])
def test_other_protocols_are_recognised_by_their_first_byte(talk, said):
    with pytest.raises(NotRtmp):
        talk.receive(said)
    assert not talk.out


def test_a_publisher_is_led_to_its_key(talk):
    greet(talk)
    talk.receive(command("connect", 1, {"app": "live", "tcUrl": "rtmp://localhost/live"}))
    talk.receive(command("releaseStream", 2, None, KEY))
    talk.receive(command("FCPublish", 3, None, KEY))
    talk.receive(command("createStream", 4, None))
    said = answers(talk)
    assert [(name, number) for name, number, *_ in said] == [
        ("_result", 1),
        ("_result", 2),
        ("_result", 3),
        ("onFCPublish", 0),
        ("_result", 4),
    ]
    assert said[0][3]["code"] == "NetConnection.Connect.Success"
    assert said[4][3] == 1
    talk.receive(command("publish", 5, None, f"{KEY}?from=obs", "live", stream_id=1))
    assert talk.key == KEY
    assert talk.receive(write_message(Message(AUDIO, 0, b"early"))) == []
    talk.accept()
    assert answers(talk)[0][3]["code"] == "NetStream.Publish.Start"
    media = [Message(AUDIO, 1, b"s", 1), Message(VIDEO, 2, b"p", 1), Message(DATA, 3, b"d", 1)]
    assert talk.receive(b"".join(map(write_message, media))) == media


@pytest.mark.parametrize(
    ("refusal", "code"),
    [
        (KeyUnknown(), "NetStream.Publish.BadName"),
        (FeedBusy(), "NetStream.Publish.BadName"),
        (PictureUnfit(), "NetStream.Publish.Failed"),
    ],
)
def test_a_refusal_says_why(talk, refusal, code):
    publish(talk)
    answers(talk)
    talk.refuse(refusal)
    name, _, _, words = answers(talk)[0]
    assert (name, words["level"], words["code"]) == ("onStatus", "error", code)
    assert words["description"] == f"{refusal} ({refusal.code})"
    assert talk.is_over


@pytest.mark.parametrize("place", ["vod", "", None, 3.0, "live/x"])
def test_another_place_is_refused_before_any_key(talk, place):
    greet(talk)
    talk.receive(command("connect", 1, {"app": place}))
    name, number, _, words = answers(talk)[0]
    assert (name, number, words["code"]) == ("_error", 1, "NetConnection.Connect.Rejected")
    assert talk.is_over


@pytest.mark.parametrize("place", ["live", "live/", "live?token=1"])
def test_ways_to_write_the_place(talk, place):
    greet(talk)
    talk.receive(command("connect", 1, {"app": place}))
    assert not talk.is_over


def test_there_is_nothing_to_play(talk):
    greet(talk)
    talk.receive(command("play", 4, None, KEY))
    assert "FED-005" in answers(talk)[0][3]["description"]
    assert talk.is_over


@pytest.mark.parametrize("name", ["deleteStream", "FCUnpublish", "closeStream"])
def test_saying_goodbye_ends_it(talk, name):
    publish(talk)
    talk.accept()
    talk.receive(command(name, 7, None, 1))
    assert talk.is_over


@pytest.mark.parametrize(
    "said",
    [
        command("publish", 5, None, 3, "live"),
        command("publish", 5),
        command("publish", 5, None, KEY) + command("publish", 5, None, "other"),
    ],
)
def test_a_key_is_a_text_and_named_once(talk, said):
    greet(talk)
    with pytest.raises(NotRtmp):
        talk.receive(said)


def test_a_ping_is_answered_and_what_arrived_acknowledged(talk):
    publish(talk)
    talk.accept()
    talk.out.clear()
    talk.receive(write_message(Message(WINDOW_SIZE, 0, struct.pack(">I", 3000)), lane=2))
    talk.receive(write_message(Message(USER_CONTROL, 0, struct.pack(">HI", 6, 99)), lane=2))
    talk.receive(write_message(Message(VIDEO, 0, bytes(4000)), chunk_bytes=128))
    kinds = {m.kind: m.payload for m in ChunkReader().take(bytes(talk.out))}
    assert kinds[USER_CONTROL] == struct.pack(">HI", 7, 99)
    assert int.from_bytes(kinds[ACKNOWLEDGEMENT]) > 3000


def test_empty_and_unknown_commands_change_nothing(talk):
    greet(talk)
    talk.receive(write_message(Message(COMMAND, 0, b"")) + command("_checkbw", 1) + command({}, 2))
    assert (bytes(talk.out), talk.key, talk.is_over) == (b"", None, False)


@given(st.lists(st.binary(max_size=300), max_size=8))
def test_any_bytes_are_answered_or_refused(pieces):
    talk = Conversation()
    greet(talk)
    try:
        for piece in pieces:
            assert talk.receive(piece) == []
    except NotRtmp:
        pass
