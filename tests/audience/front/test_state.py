"""Snapshots at the door: cacheable, built once a second whoever asks."""

import asyncio
import json

import pytest
from asgiref.sync import async_to_sync
from django.db import OperationalError

from audience.domain.count_acts import count_acts
from audience.front import state as front
from audience.front.state import States

pytestmark = pytest.mark.django_db


@pytest.fixture
def states(monkeypatch):
    """The application, with a clock that the test moves: `states.now_s`."""
    app = States()
    app.now_s = 100.0
    monkeypatch.setattr(front, "monotonic", lambda: app.now_s)
    return app


def ask(app, path, method="GET", **headers):
    sent = []

    async def run():
        async def send(message):
            sent.append(message)

        pairs = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
        await app({"method": method, "path": path, "headers": pairs}, None, send)

    async_to_sync(run)()
    found = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return sent[0]["status"], found, sent[1]["body"]


def test_the_state_of_a_meter(states, meter, offer):
    count_acts([offer()])
    status, headers, body = ask(states, f"/state/{meter.key}.json")
    assert (status, json.loads(body)["counted"]) == (200, 1)
    assert headers["cache-control"] == front.CACHE
    assert headers["access-control-allow-origin"] == "*"
    assert "set-cookie" not in headers


def test_it_is_at_most_a_second_old(states, meter, offer):
    path = f"/state/{meter.key}.json"
    ask(states, path)
    count_acts([offer()])
    assert json.loads(ask(states, path)[2])["counted"] == 0
    states.now_s += 1
    assert json.loads(ask(states, path)[2])["counted"] == 1


def test_who_has_it_already_gets_no_body(states, meter):
    path = f"/state/{meter.key}.json"
    etag = ask(states, path)[1]["etag"]
    assert ask(states, path, if_none_match=etag)[::2] == (304, b"")
    assert ask(states, path, if_none_match='"old"')[0] == 200


def test_head(states, meter):
    status, headers, body = ask(states, f"/state/{meter.key}.json", "HEAD")
    assert (status, body) == (200, b"")
    assert headers["etag"]


@pytest.mark.parametrize("path", ["/state/0000000000000000.json", "/state/x.json", "/state/"])
def test_no_such_meter(states, db, path):
    assert ask(states, path)[0] == 404


def test_only_reading(states, meter):
    status, headers, _ = ask(states, f"/state/{meter.key}.json", "POST")
    assert (status, headers["allow"]) == (405, "GET, HEAD")


def test_a_thousand_ask_and_one_builds(states, meter, monkeypatch):
    built = []
    monkeypatch.setattr(front, "snapshot_bytes", lambda key: built.append(key) or b"{}")

    async def many():
        return await asyncio.gather(*(states._fresh(meter.key) for _ in range(1000)))

    found = async_to_sync(many)()
    assert len(built) == 1
    assert {kept.body for kept in found} == {b"{}"}


def test_who_asked_first_may_leave(states, meter):
    async def leave():
        first = asyncio.ensure_future(states._fresh(meter.key))
        await asyncio.sleep(0)
        second = asyncio.ensure_future(states._fresh(meter.key))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert async_to_sync(leave)().body is not None


def test_without_a_database_the_last_one_is_sent_on(states, meter, monkeypatch):
    path = f"/state/{meter.key}.json"
    before = ask(states, path)[2]

    def broken(key):
        raise OperationalError

    monkeypatch.setattr(front, "snapshot_bytes", broken)
    states.now_s += 5
    assert ask(states, path)[::2] == (200, before)
