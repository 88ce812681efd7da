"""Into which questions one could be merged."""

import pytest

from qa.domain.merge_candidates import merge_candidates
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_what_asks_the_same(make_question, make_theme):
    question = make_question("Qui paie les cagettes de légumes ?")
    shown = make_question("Qui paie donc les cagettes ?", state=TextState.APPROVED)
    waits = make_question("Les cagettes, qui les paie ?")
    make_question("Pourquoi les radis piquent-ils ?")
    make_question("Qui paie les cagettes ?", state=TextState.REJECTED)
    make_question("Qui paie les cagettes ?", theme=make_theme("Autre"))
    assert merge_candidates(question) == [shown, waits]
