"""Counts from the rows; the other functions are tested where votes are set aside."""

from datetime import UTC, date, datetime

import pytest

from qa.domain.count_votes import Counts, counts_of, votes_per_day
from qa.enums import TextState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_votes_per_day_of_what_is_public(make_question, make_vote):
    shown, hidden = make_question(state=TextState.APPROVED), make_question("Cachée ?")
    for day in (27, 28, 28):
        at = datetime(2026, 11, day, 12, tzinfo=UTC)
        make_vote(shown, f"v{day}{shown.votes.count()}", cast_at=at)
        make_vote(hidden, f"v{day}{hidden.votes.count()}", cast_at=at)
    make_vote(shown, "back", 0)
    assert list(votes_per_day(shown.theme)) == [
        (date(2026, 11, 27), shown.code, 1), (date(2026, 11, 28), shown.code, 2)
    ]  # fmt: skip
    assert counts_of(shown) == Counts(valid=3, taken_back=1, aside=0)
