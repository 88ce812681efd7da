"""Set votes aside, or count them again: with a reason that everybody reads, and for ever on record.

A vote that was set aside stays. Its voter may change it; it counts no more until somebody takes the
decision back. The total is made anew from the rows in the same transaction.
"""

from django.db import transaction

from qa.domain.clean_words import clean_words, says_something
from qa.domain.count_votes import total_of
from qa.domain.decide import locked, written
from qa.domain.meant_votes import Meant
from qa.domain.rights import ensure_may
from qa.enums import Action
from qa.models import Decision, Question, Theme, Vote
from qa.refusals import NothingToUndo, NoVotesMeant, ReasonUnwritten
from users.models import User

LONGEST_NOTE = 300


def exclude_votes(
    question: Question, meant: Meant, *, user: User, note: str, seen: int | None = None
) -> int:
    """Set the votes of `question` aside that are meant and still count; return how many.

    `note` is the reason, shown on the question's page. Raises MayNotDecide, ReasonUnwritten,
    StaleCommand, or NoVotesMeant when there is none.
    """
    note = _checked(user, note)
    with transaction.atomic():
        question = locked(question, seen)
        votes = question.votes.filter(meant.condition(), is_excluded=False)
        number = votes.update(is_excluded=True) if meant else 0
        if not number:
            raise NoVotesMeant
        question.total = total_of(question)
        decision = _decide(question, Action.EXCLUDE, user, note)
        # They are the only ones without their decision: the question is locked.
        question.votes.filter(is_excluded=True, excluded_by=None).update(excluded_by=decision)
    return number


def exclude_in_theme(theme: Theme, meant: Meant, *, user: User, note: str) -> int:
    """Set the votes aside that are meant, for all questions of `theme`: a decision for each.

    Return how many. Raises like `exclude_votes`, and then nothing was changed.
    """
    _checked(user, note)
    with transaction.atomic():
        votes = Vote.objects.filter(meant.condition(), question__theme=theme, is_excluded=False)
        questions = Question.objects.filter(pk__in=votes.values("question")).order_by("pk")
        number = sum(
            exclude_votes(question, meant, user=user, note=note)
            for question in (questions if meant else ())
        )
        if not number:
            raise NoVotesMeant
    return number


def include_votes(question: Question, decision: Decision, *, user: User, note: str) -> int:
    """Count the votes again that `decision` set aside; return how many.

    Raises MayNotDecide, ReasonUnwritten, or NothingToUndo when it has none left.
    """
    note = _checked(user, note)
    with transaction.atomic():
        question = locked(question)
        aside = question.votes.filter(excluded_by=decision)
        number = aside.update(is_excluded=False, excluded_by=None)
        if not number:
            raise NothingToUndo
        question.total = total_of(question)
        _decide(question, Action.INCLUDE, user, note)
    return number


def _checked(user: User, note: str) -> str:
    ensure_may(user, Action.EXCLUDE)
    if not says_something(note):
        raise ReasonUnwritten
    return clean_words(note)[:LONGEST_NOTE]


def _decide(question: Question, action: Action, user: User, note: str) -> Decision:
    """Write the decision; what it began with holds the total as well."""
    was = Question.objects.values_list("total", flat=True).get(pk=question.pk)
    before = question.told() | {"total": was}
    question = written(question, action, before, user=user, note=note)
    return Decision.objects.get(
        kind=question.kind, subject_id=question.pk, version=question.version
    )
