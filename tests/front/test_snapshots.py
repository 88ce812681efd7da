"""Snapshots at the door: cacheable, built once a second whoever asks."""

import asyncio
import json
import re

import pytest
from asgiref.sync import async_to_sync
from django.db import OperationalError

from front import snapshots as front
from front.snapshots import Snapshots

PATH = "/things/1.json"


class Things:
    """Builds snapshots of things: all but number 0 exist, and change with each look."""

    def __init__(self):
        self.looks = 0
        self.is_broken = False

    def __call__(self, key):
        if self.is_broken:
            raise OperationalError
        self.looks += 1
        return json.dumps({"look": self.looks}).encode() if key != "0" else None


@pytest.fixture
def things():
    return Things()


@pytest.fixture
def app(things, monkeypatch, db):
    """The application, with a clock that the test moves: `app.now_s`."""
    app = Snapshots(things, re.compile(r"/things/(?P<key>\d)\.json"), "THG-404", "No such thing.")
    app.now_s = 100.0
    monkeypatch.setattr(front, "monotonic", lambda: app.now_s)
    return app


def ask(app, path=PATH, method="GET", **headers):
    sent = []

    async def run():
        async def send(message):
            sent.append(message)

        pairs = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
        await app({"method": method, "path": path, "headers": pairs}, None, send)

    async_to_sync(run)()
    found = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return sent[0]["status"], found, sent[1]["body"]


def test_everybody_may_show_and_keep_it(app):
    status, headers, body = ask(app)
    assert (status, json.loads(body)) == (200, {"look": 1})
    assert headers["cache-control"] == front.CACHE
    assert headers["access-control-allow-origin"] == "*"
    assert "set-cookie" not in headers


def test_it_is_at_most_a_second_old(app):
    ask(app)
    assert json.loads(ask(app)[2]) == {"look": 1}
    app.now_s += 1
    assert json.loads(ask(app)[2]) == {"look": 2}


def test_who_has_it_already_gets_no_body(app):
    etag = ask(app)[1]["etag"]
    assert ask(app, if_none_match=etag)[::2] == (304, b"")
    assert ask(app, if_none_match='"old"')[0] == 200


def test_head(app):
    status, headers, body = ask(app, method="HEAD")
    assert (status, body) == (200, b"")
    assert headers["etag"]


@pytest.mark.parametrize("path", ["/things/0.json", "/things/x.json", "/things/"])
def test_what_is_not_there(app, path):
    status, _, body = ask(app, path)
    assert (status, json.loads(body)["code"]) == (404, "THG-404")


def test_only_reading(app):
    status, headers, _ = ask(app, method="POST")
    assert (status, headers["allow"]) == (405, "GET, HEAD")


def test_a_thousand_ask_and_one_builds(app, things):
    async def many():
        return await asyncio.gather(*(app.keeper.fresh("1") for _ in range(1000)))

    found = async_to_sync(many)()
    assert things.looks == 1
    assert {kept.body for kept in found} == {b'{"look": 1}'}


def test_who_asked_first_may_leave(app):
    async def leave():
        first = asyncio.ensure_future(app.keeper.fresh("1"))
        await asyncio.sleep(0)
        second = asyncio.ensure_future(app.keeper.fresh("1"))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert async_to_sync(leave)().body is not None


def test_what_is_kept_does_not_grow_without_end(app, monkeypatch):
    monkeypatch.setattr(front, "MOST_KEPT", 2)
    for number in (1, 2, 3):
        ask(app, f"/things/{number}.json")
    assert list(app.keeper._kept) == ["3"]


def test_without_a_database_the_last_one_is_sent_on(app, things):
    before = ask(app)[2]
    things.is_broken = True
    app.now_s += 5
    assert ask(app)[::2] == (200, before)


def test_without_a_database_nothing_is_invented(app, things):
    things.is_broken = True
    with pytest.raises(OperationalError):
        ask(app)
