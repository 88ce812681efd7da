"""Something to tell others of that no other room knows, and codes that lead to it."""

from collections.abc import Iterator

import pytest

from audience import shared
from audience.enums import ShareChannel
from audience.models import Meter, ShareCode
from audience.shared import Shared

LEEK = Shared("leek", "7", "Le <b>poireau</b>", "/poireau/?page=2")


@pytest.fixture
def leek(monkeypatch) -> Iterator[Shared]:
    """A public subject; the subject "8" has no codes yet."""
    monkeypatch.setattr(shared, "_finders", {})
    monkeypatch.setattr(shared, "_listers", {})
    monkeypatch.setattr(shared, "_searchers", {})
    shared.register_shared(
        "leek",
        {"7": LEEK}.get,
        lambda most: [("8", None)][:most],
        lambda words, most: ["7"][:most] if words.lower() in LEEK.title.lower() else [],
    )
    return LEEK


def code_of(meter: Meter | None, **values: object) -> ShareCode:
    """Make the code of a channel, or with `secret="…"` somebody's own."""
    channel = ShareChannel.OWN if "secret" in values else ShareChannel.MASTODON
    known = {"kind": "leek", "key": "7", "meter": meter, "channel": channel}
    return ShareCode.objects.create(**{**known, **values})
