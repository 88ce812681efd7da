"""Rooms above have their totals proved by the same command."""

import pytest

from campaigns import recounts
from campaigns.domain.ledger.recount import Difference
from campaigns.recounts import Recounted, recount_others, register_recounter


@pytest.fixture(autouse=True)
def _none(monkeypatch):
    monkeypatch.setattr(recounts, "_recounters", [])


def test_each_is_asked_once_and_told_whether_to_mend():
    def recounter(write: bool) -> Recounted:
        return Recounted("3 turnips", [Difference("turnips", 3, 2, write)])

    register_recounter(recounter)
    register_recounter(recounter)
    assert recount_others(True) == [Recounted("3 turnips", [Difference("turnips", 3, 2, True)])]
