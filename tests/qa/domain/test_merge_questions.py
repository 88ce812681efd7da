"""Merging unites votes by voter, parts again, and of two who merge crosswise one wins."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from qa.domain.cast_votes import Ballot, cast_votes
from qa.domain.merge_questions import count_anew, merge_questions, part_questions
from qa.enums import TextState
from qa.models import Decision, Question
from qa.refusals import (
    DoesNotFollow,
    MergedIntoItself,
    NothingToMergeInto,
    StaleCommand,
    TextRefused,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def pair(make_question, make_vote):
    """Two questions that ask the same: a and b want the first; b, c and, no more, d the second."""
    first = make_question("Qui a la clé ?", state=TextState.APPROVED)
    second = make_question("Où est la clé ?", state=TextState.APPROVED)
    for question, voter, value in [
        (first, "a", 1), (first, "b", 1), (first, "d", 1),
        (second, "b", 1), (second, "c", 1), (second, "d", 0),
    ]:  # fmt: skip
        make_vote(question, voter, value)
    for question in (first, second):
        count_anew(question)
    return first, second


def test_each_voter_counts_once(pair, mo):
    first, second = pair
    first = merge_questions(first, second, mo, 0)
    second.refresh_from_db()
    assert (first.state, first.merged_into) == (TextState.MERGED, second)
    assert second.total == 3
    assert second.votes.get(voter="d").value == 0
    assert Decision.objects.get().after["merged_into"] == second.pk


def test_parted_again(pair, mo):
    first, second = pair
    first = part_questions(merge_questions(first, second, mo), mo)
    second.refresh_from_db()
    assert (first.state, first.merged_into, first.total) == (TextState.PENDING, None, 3)
    assert second.total == 2
    assert set(second.votes.values_list("voter", flat=True)) == {"b", "c", "d"}
    with pytest.raises(DoesNotFollow):
        part_questions(first, mo)


def test_votes_go_on_where_it_went(pair, mo):
    first, second = pair
    merge_questions(first, second, mo)
    now = Decision.objects.get().decided_at
    [told, lost] = cast_votes(
        [Ballot(second.code, "a", 0, now, now), Ballot(first.code, "e", 1, now, now)]
    )
    assert (told.total, lost.refusal.code) == (2, "VOT-001")


def test_a_chain(pair, mo, make_question):
    first, second = pair
    third = make_question("Et la clé ?")
    merge_questions(first, second, mo)
    merge_questions(second, third, mo)
    third.refresh_from_db()
    assert third.total == 3


@pytest.mark.parametrize("state", [TextState.REJECTED, TextState.MERGED, TextState.WITHDRAWN])
def test_not_into_what_is_away(pair, mo, state):
    first, second = pair
    Question.objects.filter(pk=second.pk).update(state=state)
    with pytest.raises(NothingToMergeInto):
        merge_questions(first, second, mo)
    first.refresh_from_db()
    assert first.state == TextState.APPROVED


def test_not_into_itself_nor_stale(pair, mo):
    first, second = pair
    with pytest.raises(MergedIntoItself):
        merge_questions(first, first, mo)
    with pytest.raises(StaleCommand):
        merge_questions(first, second, mo, 7)
    assert not Decision.objects.exists()


def test_crosswise_at_once_one_wins(pair, mo):
    first, second = pair
    gate = Barrier(2)

    def merge(question, into):
        gate.wait()
        try:
            merge_questions(question, into, mo, 0)
            return "done"
        except TextRefused as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as people:
        ends = [people.submit(merge, *pair), people.submit(merge, second, first)]
    assert sorted(end.result() for end in ends) in (["MOD-008", "done"], ["MOD-002", "done"])
    assert Decision.objects.count() == 1
    states = Question.objects.order_by("pk").values_list("state", flat=True)
    assert sorted(states) == [TextState.APPROVED, TextState.MERGED]
