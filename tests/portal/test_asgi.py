"""The front door: who answers which address."""

import asyncio

import pytest
from asgiref.sync import async_to_sync

from portal.asgi import application


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


def test_a_websocket_is_left_alone():
    assert exchange({"type": "websocket", "path": "/"}) == []


@pytest.mark.parametrize("path", ["/video/", "/v", "/upload/x"])
def test_similar_addresses_are_pages(asgi, path):
    answer = asgi("GET", path, host="evil.example")
    assert answer.status == 400
