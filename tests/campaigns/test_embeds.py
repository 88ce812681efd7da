"""What can be embedded is a registry: higher rooms add to it."""

import pytest

from campaigns import embeds
from campaigns.embeds import Embed, embed_at, register_finder


@pytest.fixture
def own_finders(monkeypatch):
    monkeypatch.setattr(embeds, "_finders", [])


def test_the_first_that_knows_the_page_answers(own_finders):
    first = Embed("page", "rich", (1, 1), lambda origin, size: origin)
    second = Embed("page", "video", (1, 1), lambda origin, size: origin)
    for finder in (lambda url, host: None, lambda url, host: first, lambda url, host: second):
        register_finder(finder)
    assert embed_at("https://cagette.example/a/", "cagette.example") is first


def test_nobody_knows_it(own_finders):
    assert embed_at("https://cagette.example/a/", "cagette.example") is None


def test_a_finder_asks_once(own_finders):
    asked = []

    def finder(url: str, host: str) -> None:
        asked.append(url)

    register_finder(finder)
    register_finder(finder)
    embed_at("a", "b")
    assert asked == ["a"]
