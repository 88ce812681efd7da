"""nginx asks at the front door; nobody else may, and no key stands in a log."""

import json
import logging
from urllib.parse import urlencode

import pytest
from django.db import DatabaseError

from live.domain.open_session import CLAIMED
from live.enums import SessionEnd
from live.front import nginx as module
from live.models import FeedSession
from tests.live.feeds import KEY, make_feed

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "secretoftheloopback"
PLACE = f"/nginx-rtmp/?secret={SECRET}"


@pytest.fixture(autouse=True)
def secret(settings):
    settings.NGINX_RTMP_SECRET = SECRET


@pytest.fixture
def call(asgi):
    """Ask as nginx does: `call("publish", KEY)`; returns the status, and the code of a refusal."""

    def call(deed, key=KEY, client="7", *, extra="", path=PLACE, address="127.0.0.1", **headers):
        method = headers.pop("method", "POST")
        app = headers.pop("app", "live")
        words = {"app": app, "flashver": "FMLE", "addr": "192.0.2.9", "clientid": client}
        body = urlencode({**words, "call": deed, "name": key, "type": "live"}) + extra
        answer = asgi(method, path, body=body.encode(), address=address, **headers)
        return answer.status, json.loads(answer.body)["code"] if answer.body else ""

    return call


def test_a_sender_is_asked_about_from_its_beginning_to_its_end(call, house):
    make_feed(house)
    assert call("publish") == (204, "")
    assert FeedSession.objects.get().receiver == CLAIMED
    assert call("update_publish") == (204, "")
    assert call("publish_done") == (204, "")
    assert FeedSession.objects.get().end == SessionEnd.LEFT


def test_a_wrong_key_and_a_second_sender_are_refused(call, house, caplog):
    caplog.set_level(logging.DEBUG)
    make_feed(house)
    assert call("publish", "canary-wrong") == (403, "FED-001")
    assert call("publish") == (204, "")
    assert call("publish", client="8") == (409, "FED-002")
    assert call("update_publish", client="8") == (409, "FED-002")
    # nginx reports the end of the refused one, under the same key.
    assert call("publish_done", client="8") == (204, "")
    assert call("update_publish") == (204, "")
    assert FeedSession.objects.get().ended_at is None
    assert "refuse its client 8 from 192.0.2.9: FED-002" in caplog.text
    assert "canary" not in caplog.text
    assert SECRET not in caplog.text


def test_nginx_may_push_on(call):
    assert call("update_play", app="") == (204, "")


@pytest.mark.parametrize(
    "how",
    [
        {"path": "/nginx-rtmp/"},
        {"path": "/nginx-rtmp/?secret="},
        {"path": "/nginx-rtmp/?secret=wrong"},
        {"address": "192.0.2.1"},
        {"x_forwarded_for": "127.0.0.1"},
        {"x_real_ip": "127.0.0.1"},
        {"via": "1.1 proxy"},
        {"method": "GET"},
    ],
    ids=str,
)
def test_nobody_else_may_ask(call, house, how):
    make_feed(house)
    assert call("publish", **how) == (403, "FED-012")
    assert not FeedSession.objects.exists()


def test_without_a_secret_the_place_is_shut(call, settings):
    settings.NGINX_RTMP_SECRET = ""
    for path in (PLACE, "/nginx-rtmp/?secret="):
        assert call("publish", path=path) == (403, "FED-012")


def test_nginx_may_be_on_another_machine_that_is_named(call, house, settings):
    settings.NGINX_RTMP_FROM = ["192.0.2.1"]
    make_feed(house)
    assert call("publish", address="192.0.2.1") == (204, "")
    assert call("publish") == (403, "FED-012")


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"deed": "play"}, (400, "FED-013")),
        ({"deed": "publish", "key": ""}, (400, "FED-013")),
        ({"deed": "publish", "client": "x"}, (400, "FED-013")),
        ({"deed": "publish", "extra": "&x=" + "y" * 5000}, (400, "FED-013")),
        ({"deed": "publish", "extra": "&x=1" * 30}, (400, "FED-013")),
        ({"deed": "publish", "app": "other"}, (404, "FED-003")),
    ],
)
def test_what_nginx_does_not_ask_is_not_understood(call, said, refused):
    assert call(**said) == refused


def test_a_sender_cannot_speak_for_nginx(call, house):
    make_feed(house)
    forged = "&call=update_play&name=another&clientid=1"
    assert call("publish", "wrong", extra=forged) == (403, "FED-001")


def test_while_the_database_is_away_nobody_is_cut_off(call, monkeypatch, caplog):
    def away(*_):
        raise DatabaseError("away")

    for name in ("claim_session", "check_pushed", "release_claim"):
        monkeypatch.setattr(module, name, away)
    assert call("publish") == (503, "FED-014")
    assert call("update_publish") == (204, "")
    assert call("publish_done") == (204, "")
    assert KEY not in caplog.text
