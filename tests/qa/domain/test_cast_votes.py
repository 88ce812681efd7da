"""Votes in one transaction: the row is the truth, the total follows it."""

from datetime import timedelta

import pytest
from django.db.models import Sum
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.domain.cast_votes import Ballot, Cast, cast_votes
from qa.enums import TextState
from qa.models import Question, Vote
from qa.refusals import VotesClosed, VoteUnknown

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def question(make_question) -> Question:
    return make_question(state=TextState.APPROVED)


def ballot(question, voter="zoe", value=1, **values) -> Ballot:
    now = timezone.now()
    return Ballot(question.code, voter, value, now, now - timedelta(days=1), **values)


def test_everybody_gets_their_own_answer(question, make_question):
    other, hidden = make_question(state=TextState.APPROVED), make_question("Non ?")
    asked = [ballot(other), ballot(hidden), ballot(question), ballot(question, "max")]
    assert cast_votes(asked) == [
        Cast(1, 1), Cast(refusal=VoteUnknown), Cast(1, 2), Cast(1, 2)
    ]  # fmt: skip
    assert Vote.objects.count() == 3


def test_the_last_word_in_a_batch_counts(question):
    cast_votes([ballot(question, value=value) for value in (1, 0, 1, 0)])
    question.refresh_from_db()
    assert (question.total, Vote.objects.filter(value=1).count()) == (0, 0)


def test_an_excluded_vote_never_counts_again(question, make_vote):
    make_vote(question, "zoe", is_excluded=True)
    cast_votes([ballot(question, value=0)])
    cast_votes([ballot(question, value=1)])
    question.refresh_from_db()
    assert (question.total, Vote.objects.get().is_excluded) == (0, True)


def test_hidden_numbers_stay_hidden(question):
    question.theme.shows_votes = False
    question.theme.save()
    assert cast_votes([ballot(question)]) == [Cast(1, None)]


def test_a_theme_that_closed(question):
    question.theme.closes_at = timezone.now() - timedelta(seconds=1)
    question.theme.save()
    assert cast_votes([ballot(question)]) == [Cast(refusal=VotesClosed)]


def test_the_network_is_a_hash(question):
    cast_votes(
        [ballot(question, address="192.0.2.7"), ballot(question, "max", address="192.0.2.8")]
    )
    first, second = Vote.objects.all()
    assert first.network == second.network
    assert "192" not in first.network
    assert len(first.network) == 16


def test_nobody_votes():
    assert cast_votes([]) == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    batches=st.lists(
        st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 1)), max_size=6), max_size=5
    )
)
def test_the_total_is_the_sum_of_the_rows(question, batches):
    Vote.objects.all().delete()
    Question.objects.update(total=0)
    wanted = {}
    for batch in batches:
        cast_votes([ballot(question, voter, value) for voter, value in batch])
        wanted |= dict(batch)
    question.refresh_from_db()
    rows = Vote.objects.aggregate(sum=Sum("value", default=0))["sum"]
    assert question.total == rows == sum(wanted.values())
