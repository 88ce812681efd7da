"""Each refusal says what happened, in both languages."""

import pytest
from django.utils.translation import override

from live import replay_refusals
from live.replay_refusals import ReplayRefused

VALUES = {"length": "1:50", "time": "2:00", "end": "1:50", "points": "…"}
REFUSALS = [
    kind
    for kind in vars(replay_refusals).values()
    if isinstance(kind, type) and issubclass(kind, ReplayRefused) and kind is not ReplayRefused
]


@pytest.mark.parametrize("kind", REFUSALS)
def test_sentences(kind):
    said = []
    for language in ("en", "fr"):
        with override(language):
            said.append(str(kind(**VALUES)))
    assert all(len(sentence) > 20 for sentence in said)
    assert said[0] != said[1]
