"""The small answers of the front applications."""

import json

import pytest
from asgiref.sync import async_to_sync

from front.protocol import answer, header, problem


@pytest.fixture
def sent():
    return []


@pytest.fixture
def send(sent):
    async def send(message):
        sent.append(message)

    return send


@pytest.mark.parametrize(
    ("name", "value"), [("range", "bytes=0-1"), ("x-name", "Zoé"), ("cookie", ""), ("Range", "")]
)
def test_headers_are_found_by_their_lower_case_names(name, value):
    scope = {"headers": [(b"range", b"bytes=0-1"), (b"x-name", "Zoé".encode("latin-1"))]}
    assert header(scope, name) == value


def test_an_answer_tells_its_length(sent, send):
    async_to_sync(answer)(send, 200, b"oui", [("X-Made-By", "poireau")])
    assert sent == [
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [(b"x-made-by", b"poireau"), (b"content-length", b"3")],
        },
        {"type": "http.response.body", "body": b"oui"},
    ]


def test_a_problem_has_a_code_and_a_sentence(sent, send):
    async_to_sync(problem)(send, 409, "UPL-009", "Déjà en cours.")
    headers = dict(sent[0]["headers"])
    assert headers[b"content-type"] == b"application/problem+json"
    assert headers[b"cache-control"] == b"no-store"
    expected = {"status": 409, "code": "UPL-009", "detail": "Déjà en cours."}
    assert json.loads(sent[1]["body"]) == expected
