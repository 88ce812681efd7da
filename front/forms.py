"""Reading the small forms that people and players post."""

from urllib.parse import parse_qs

from front.protocol import Receive, Scope

MOST_FIELDS = 20
# One digit more would not fit into a column of the database.
LONGEST_NUMBER = 19


async def read_body(receive: Receive, most_bytes: int) -> bytes | None:
    """Return the body of a request, or None when it is longer than `most_bytes`."""
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > most_bytes:
            return None
        if not message.get("more_body"):
            return body


def read_fields(text: bytes) -> dict[str, str]:
    """Return the fields of a form, as sent in a body or an address; none when it has too many."""
    try:
        found = parse_qs(text.decode("utf-8", "replace"), max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}


def fields_of(scope: Scope, body: bytes) -> dict[str, str]:
    """Return the fields of a form, sent in the body or, where there is none, in the address."""
    return read_fields(body if scope["method"] == "POST" else scope["query_string"])


def number_in(text: str) -> int:
    """Return the key or version that a form or an address carries; -1, which is none, else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < LONGEST_NUMBER else -1
