"""Everybody is told what became of their act."""

import pytest
from django.utils import translation

from audience.domain.sentences import sentence_for
from audience.enums import Reason, Verdict

REFUSALS = [reason for reason in Reason if reason not in (Reason.NONE, Reason.BUSY_NETWORK)]


@pytest.mark.parametrize("reason", REFUSALS)
def test_each_refusal_has_a_sentence_of_its_own(reason):
    told = {str(sentence_for(Verdict.REFUSED, reason)) for reason in REFUSALS}
    assert len(told) == len(REFUSALS)
    assert str(sentence_for(Verdict.REFUSED, reason)).endswith((".", "!"))


def test_what_counts_and_what_waits():
    with translation.override("en"):
        assert sentence_for(Verdict.COUNTED, "") == "Counted. Thank you!"
        waiting = str(sentence_for(Verdict.TO_VERIFY, Reason.BUSY_NETWORK))
    assert "Nothing is lost" in waiting
