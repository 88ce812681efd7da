"""A guest knocks on the WebSocket: who comes in, who is told why not."""

import asyncio
import json
import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.show_guest import GuestState
from live.feed_refusals import GuestUnfit
from live.front import guest
from live.front.guest import LONGEST_GREETING, recipe_for
from live.gateways.live_ffmpeg import Recipe
from live.models.keys import digest_of
from portal.asgi import application
from tests.live.feeds import make_feed, make_session

SECRET = "canary-secret-of-a-guest"
WEBM = "video/webm;codecs=h264,opus"


def visit(*messages: dict, origin: str = "http://testserver") -> list[dict]:
    """Send these messages to the front door, then leave; return what was sent back."""
    arrivals = [{"type": "websocket.connect"}, *messages, {"type": "websocket.disconnect"}]
    sent: list[dict] = []
    headers = [(b"host", b"testserver"), (b"origin", origin.encode())]

    async def receive() -> dict:
        return arrivals.pop(0)

    async def send(message: dict) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/duplex-in/", "headers": headers}
    asyncio.run(application(scope, receive, send))
    return sent


def hello(secret: str = SECRET, kind: str = WEBM, **more: object) -> dict:
    words = {"secret": secret, "type": kind, "language": "en", **more}
    return {"type": "websocket.receive", "text": json.dumps(words)}


def said(sent: list[dict]) -> dict:
    """Return the words of the only message between accepting and closing."""
    assert [message["type"] for message in sent] == [
        "websocket.accept",
        "websocket.send",
        "websocket.close",
    ]
    return json.loads(sent[1]["text"])


@pytest.fixture
def feed(transactional_db, house):
    until = timezone.now() + timedelta(hours=1)
    return make_feed(house, guest_digest=digest_of(SECRET), guest_until=until)


@pytest.mark.parametrize(
    "message",
    [
        hello("canary-of-another-link"),
        {"type": "websocket.receive", "text": "not json"},
        {"type": "websocket.receive", "text": "[]"},
        {"type": "websocket.receive", "text": '{"secret": 5, "type": "x"}'},
        {"type": "websocket.receive", "text": "9" * (LONGEST_GREETING + 1)},
        {"type": "websocket.receive", "bytes": b"\x1aE\xdf\xa3"},
    ],
    ids=["another", "no JSON", "no words", "a number", "long", "a film"],
)
def test_who_brings_no_good_link_is_told_so(feed, message, caplog):
    caplog.set_level(logging.DEBUG)
    words = said(visit(message))
    assert (words["state"], words["code"]) == (GuestState.OVER, "FED-006")
    assert "canary" not in caplog.text
    assert not feed.sessions.exists()


def test_another_site_cannot_send_in_a_guests_name(feed):
    assert said(visit(hello(), origin="https://evil.example"))["code"] == "FED-008"


def test_a_place_that_is_taken_stays_taken(feed):
    make_session(feed)
    words = said(visit(hello()))
    assert words["code"] == "FED-002"
    assert words["sentence"].startswith("Somebody already sends")
    assert feed.sessions.count() == 1


@pytest.mark.parametrize("limit", ["MOST_GUESTS", "MOST_STRANGERS"])
def test_too_many_at_once_are_refused(feed, monkeypatch, limit):
    monkeypatch.setattr(guest, limit, 0)
    assert said(visit(hello()))["code"] == "FED-028"


def test_who_says_nothing_is_let_go(feed):
    assert [message["type"] for message in visit()] == ["websocket.accept", "websocket.close"]


@pytest.mark.parametrize(
    ("kind", "recipe"),
    [
        (WEBM, Recipe("matroska", True, False)),
        ("video/mp4;codecs=avc1.42E01F,mp4a.40.2", Recipe("mov", True, False)),
        ("video/x-matroska;codecs=avc1,opus", Recipe("matroska", True, False)),
        ("video/webm;codecs=vp8,opus", Recipe("matroska", False, False)),
        ("video/webm", Recipe("matroska", False, False)),
    ],
)
def test_h264_is_copied_and_the_rest_encoded(kind, recipe):
    assert recipe_for(kind) == recipe


def test_other_recordings_are_refused(settings):
    with pytest.raises(GuestUnfit):
        recipe_for("video/ogg")
    settings.LIVE_GUESTS_ENCODED = False
    assert recipe_for(WEBM)
    with pytest.raises(GuestUnfit):
        recipe_for("video/webm;codecs=vp8,opus")
