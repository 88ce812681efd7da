"""Each refusal has its sentence in both languages; the codes: tests/architecture."""

from http import HTTPStatus

import pytest
from django.utils.translation import override

from live import refusals
from live.refusals import RunRefused

VALUES = {"winner": "sam", "verb": "hold", "now": "", "question": "Qui ?"}
KINDS = [
    kind
    for kind in vars(refusals).values()
    if isinstance(kind, type) and issubclass(kind, RunRefused) and kind is not RunRefused
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_sentences(kind):
    with override("en"):
        english = str(kind(**VALUES))
    with override("fr"):
        french = str(kind(**VALUES))
    assert english != french
    assert "%(" not in english + french
    assert HTTPStatus(kind.status) >= HTTPStatus.BAD_REQUEST
