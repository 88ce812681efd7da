"""Files of the live store, sent here or by nginx."""

import pytest
from asgiref.sync import async_to_sync

from live.front.store import IMMUTABLE, deliver


@pytest.fixture
def ask(settings, tmp_path):
    settings.LIVE_ROOT = tmp_path
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.m4s").write_bytes(b"second")

    def ask(name):
        sent = []

        async def send(message):
            sent.append(message)

        async def receive():
            return {"type": "http.disconnect"}

        async def run():
            scope = {"method": "HEAD", "headers": []}
            await deliver(scope, receive, send, tmp_path.__class__("a", name), IMMUTABLE)

        async_to_sync(run)()
        return sent[0]["status"], dict(sent[0]["headers"])

    return ask


def test_here(ask):
    status, headers = ask("1.m4s")
    assert (status, headers[b"content-length"]) == (200, b"6")
    assert headers[b"cache-control"] == IMMUTABLE.encode()
    assert ask("2.m4s")[0] == 404


def test_by_nginx(ask, settings):
    settings.VIDEO_DELIVERY = "x-accel"
    assert ask("1.m4s")[1][b"x-accel-redirect"] == b"/_live/a/1.m4s"
