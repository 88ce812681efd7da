"""The types of the ASGI protocol, and small answers shared by the front applications."""

import json
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = Iterable[tuple[str, str]]


def header(scope: Scope, name: str) -> str:
    """Return the request header `name` (lower case), or an empty string."""
    wanted = name.encode("latin-1")
    for key, value in scope["headers"]:
        if key == wanted:
            return value.decode("latin-1")
    return ""


async def start(send: Send, status: int, headers: Headers) -> None:
    """Send the status line and headers."""
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(k.lower().encode("latin-1"), v.encode("latin-1")) for k, v in headers],
        }
    )


async def answer(send: Send, status: int, body: bytes = b"", headers: Headers = ()) -> None:
    """Send a whole small answer."""
    await start(send, status, [*headers, ("content-length", str(len(body)))])
    await send({"type": "http.response.body", "body": body})


async def problem(send: Send, status: int, code: str, detail: str) -> None:
    """Send an error as RFC 9457 problem details; `detail` is a sentence for people."""
    body = json.dumps({"status": status, "code": code, "detail": detail}).encode()
    await answer(
        send,
        status,
        body,
        [("content-type", "application/problem+json"), ("cache-control", "no-store")],
    )
