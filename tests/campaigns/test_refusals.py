"""Each refusal is a full sentence with a code; its values find their places."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from campaigns import refusals
from media.refusals import Refused

SUBJECTS = [
    import_module(f"{refusals.__name__}.{subject.name}")
    for subject in iter_modules(refusals.__path__)
]
KINDS = [
    kind
    for subject in SUBJECTS
    for kind in vars(subject).values()
    if isinstance(kind, type)
    and issubclass(kind, Refused)
    and kind.__module__ == subject.__name__
    and "code" in vars(kind)
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


def test_every_code_is_written_in_the_tree():
    tree = refusals.__doc__
    assert [kind.code for kind in KINDS if kind.code not in tree] == []
    assert len({kind.code for kind in KINDS}) == len(KINDS)
