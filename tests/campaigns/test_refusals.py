"""Each refusal is a full sentence with a code; its values find their places."""

import pytest

from campaigns import refusals

KINDS = [
    kind
    for kind in vars(refusals).values()
    if isinstance(kind, type) and issubclass(kind, refusals.Refused) and "code" in vars(kind)
]


class Anything(dict):
    def __missing__(self, key: str) -> str:
        return key


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_sentence_for_people(kind):
    refusal = kind()
    refusal.values = Anything()
    assert str(refusal).endswith(".")
    assert len(str(refusal).split()) >= 8
    assert 400 <= refusal.status < 500
