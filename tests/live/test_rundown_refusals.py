"""Each refusal of a rundown is a whole sentence with a remedy, and a status."""

import pytest

from live import rundown_refusals
from live.rundown_refusals import RundownRefused

KINDS = [
    kind
    for kind in vars(rundown_refusals).values()
    if isinstance(kind, type) and issubclass(kind, RundownRefused) and "code" in vars(kind)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_it_is_a_sentence(kind):
    sentence = str(kind(column="title", most=200, lines=[]))
    assert sentence.endswith(".")
    assert "%" not in sentence
    assert 400 <= kind.status < 500
