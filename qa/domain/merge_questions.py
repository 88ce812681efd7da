"""Merge a question into another that asks the same; part them again.

Nothing is lost by it: the votes of those who wanted either are counted once on the one that goes
on, as rows that say where they came from, and parting takes just those away.
"""

from django.db import transaction
from django.utils import timezone

from qa.domain.count_votes import total_of
from qa.domain.decide import decide
from qa.enums import PUBLIC_STATES, WAITING_STATES, Action
from qa.models import Question, Vote
from qa.refusals import MergedIntoItself, NothingToMergeInto
from users.models import User

ROWS_AT_ONCE = 1_000


def merge_questions(
    question: Question, into: Question, user: User, seen: int | None = None
) -> Question:
    """Merge `question` into `into`, bring its votes along, and return it.

    Whoever voted on both counts once; whoever took a vote on `into` back keeps it back.

    Raises MergedIntoItself, NothingToMergeInto or a DecisionRefused.
    """
    if question.pk == into.pk:
        raise MergedIntoItself
    with transaction.atomic():
        into = _both_locked(question, into)
        if into.state not in WAITING_STATES | PUBLIC_STATES:
            raise NothingToMergeInto
        question = decide(question, Action.MERGE, user=user, seen=seen, merged_into=into)
        now = timezone.now()
        brought = [
            Vote(
                question=into,
                voter=vote.voter,
                value=1,
                cast_at=now,
                voter_since=vote.voter_since,
                network=vote.network,
                came_from=question,
            )
            for vote in question.votes.filter(value=1, is_excluded=False)
        ]
        Vote.objects.bulk_create(brought, batch_size=ROWS_AT_ONCE, ignore_conflicts=True)
        count_anew(into)
    return question


def part_questions(question: Question, user: User, seen: int | None = None) -> Question:
    """Take `question` out of the one it was merged into; it waits again.

    Raises a DecisionRefused.
    """
    into = question.merged_into
    with transaction.atomic():
        if into is not None:
            into = _both_locked(question, into)
        question = decide(question, Action.UNMERGE, user=user, seen=seen, merged_into=None)
        if into is not None:
            into.votes.filter(came_from=question).delete()
            count_anew(into)
    return question


def count_anew(question: Question) -> int:
    """Set the total of a locked `question` to what its rows say, and return it."""
    question.total = total_of(question)
    Question.objects.filter(pk=question.pk).update(total=question.total)
    return question.total


def _both_locked(question: Question, into: Question) -> Question:
    """Lock both rows, always in the same order, and return `into` as it is now.

    So two people who merge A into B and B into A wait for each other instead of for ever.
    """
    both = Question.objects.select_for_update(of=("self",)).filter(pk__in=(question.pk, into.pk))
    return {one.pk: one for one in both.order_by("pk")}[into.pk]
