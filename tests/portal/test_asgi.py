"""The front door: who answers which address."""

import asyncio
import threading

import pytest
from asgiref.sync import async_to_sync
from django.core.signals import request_started

from portal.asgi import WEB_THREADS, application
from tests.conftest import knock


def test_films_pictures_and_uploads_have_their_own_applications(asgi, db):
    assert asgi("POST", "/v/x").headers["allow"] == "GET, HEAD"
    assert asgi("POST", "/uploads/x").headers["allow"] == "GET, HEAD"
    assert asgi("OPTIONS", "/tus/").headers["tus-version"] == "1.0.0"
    assert asgi("POST", "/air/x").headers["allow"] == "GET, HEAD"


def test_the_rest_goes_to_django(asgi):
    answer = asgi("POST", "/robots.txt", host="evil.example")
    assert answer.status == 400
    assert answer.headers["x-content-type-options"] == "nosniff"


def exchange(scope: dict, *messages: dict) -> list[dict]:
    arrivals = list(messages)
    sent: list[dict] = []

    async def receive() -> dict:
        return arrivals.pop(0) if arrivals else await asyncio.Future()

    async def send(message: dict) -> None:
        sent.append(message)

    async_to_sync(application)(scope, receive, send)
    return sent


def test_the_server_may_start_and_stop():
    sent = exchange(
        {"type": "lifespan"}, {"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}
    )
    assert [message["type"] for message in sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]


def test_a_guest_comes_through_the_websocket(db):
    sent = exchange(
        {"type": "websocket", "path": "/duplex-in/", "headers": []},
        {"type": "websocket.connect"},
        {"type": "websocket.disconnect"},
    )
    assert [message["type"] for message in sent] == ["websocket.accept", "websocket.close"]


def test_any_other_websocket_is_left_alone():
    assert exchange({"type": "websocket", "path": "/"}) == []


@pytest.mark.parametrize("path", ["/video/", "/v", "/upload/x"])
def test_similar_addresses_are_pages(asgi, path):
    answer = asgi("GET", path, host="evil.example")
    assert answer.status == 400


@pytest.mark.parametrize("kept", ["/admin/", "/paiements/"])
def test_team_and_payment_providers_do_not_wait_behind_the_public(kept):
    """Every thread of the public’s is busy; they are answered all the same."""
    begun, end = threading.Semaphore(0), threading.Event()

    def hold(environ: dict, **_: object) -> None:
        if not environ["PATH_INFO"].startswith(kept):
            begun.release()
            end.wait(30)

    async def ask() -> tuple[int, bool]:
        evil = {"host": "evil.example"}
        public = [asyncio.create_task(knock("POST", "/x", evil)) for _ in range(WEB_THREADS)]
        for _ in public:
            await asyncio.to_thread(begun.acquire, timeout=30)
        team = await asyncio.wait_for(knock("POST", kept, evil), 30)
        answered_first = not any(one.done() for one in public)
        end.set()
        await asyncio.gather(*public)
        return team.status, answered_first

    request_started.connect(hold)
    try:
        assert async_to_sync(ask)() == (400, True)
    finally:
        end.set()
        request_started.disconnect(hold)
