"""Refusals about feeds say what to do."""

import pytest
from django.utils import translation

from live import feed_refusals
from live.feed_refusals import FeedRefused, SourceUnfit, sentence_of


def kinds(parent: type[FeedRefused] = FeedRefused) -> list[type[FeedRefused]]:
    below = parent.__subclasses__()
    return [
        kind for child in below for kind in ([child] if hasattr(child, "code") else kinds(child))
    ]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_each_says_it_in_french_too(kind):
    with translation.override("en"):
        english = str(kind())
    with translation.override("fr"):
        assert str(kind()) != english


def test_the_team_reads_why_a_stream_broke():
    for kind in SourceUnfit.__subclasses__():
        assert sentence_of(kind.code) == str(feed_refusals.__dict__[kind.__name__]())
    assert sentence_of("") == sentence_of("MED-001") == ""
