"""Three days after a vote nobody can tell from which network it came."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qa.domain.forget_voters import KEPT, forget_voters

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_old_networks_are_forgotten_and_votes_stay(make_question, make_vote, monkeypatch):
    monkeypatch.setattr("qa.domain.forget_voters.ROWS_AT_ONCE", 2)
    question, old_at = make_question(), timezone.now() - KEPT - timedelta(minutes=1)
    for number in range(5):
        make_vote(question, f"v{number}", network="abcd", cast_at=old_at)
    young = make_vote(question, "young", network="abcd")
    assert forget_voters() == 5
    assert list(question.votes.exclude(network="")) == [young]
    assert question.votes.count() == 6
    assert forget_voters() == 0
