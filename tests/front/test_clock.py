"""The server's clock: exact, and kept by nobody."""

import json
import time


def test_the_time_to_the_millisecond(asgi):
    before_ms = time.time() * 1000
    answer = asgi("GET", "/state/clock")
    assert answer.status == 200
    assert before_ms - 1 <= json.loads(answer.body)["now_ms"] <= time.time() * 1000 + 1
    assert answer.headers["cache-control"] == "no-store"


def test_it_cannot_be_set(asgi):
    assert asgi("POST", "/state/clock").status == 405


def test_a_look_at_the_head(asgi):
    answer = asgi("HEAD", "/state/clock")
    assert (answer.status, answer.body) == (200, b"")
