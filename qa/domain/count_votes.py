"""Count votes from their rows: what totals must be, and what is published of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from qa.models import Question, Theme, Vote

VALID = Q(value=1, is_excluded=False)
TAKEN_BACK = Q(value=0, is_excluded=False)
ASIDE = Q(is_excluded=True)


@dataclass(frozen=True, slots=True)
class Counts:
    """The rows of a question's votes: each is in one of the three."""

    valid: int
    taken_back: int
    aside: int


@dataclass(frozen=True, slots=True)
class Aside:
    """How many votes one decision set aside, and why."""

    number: int
    note: str


def total_of(question: Question) -> int:
    """Return the number of valid votes for `question`."""
    return question.votes.filter(VALID).count()


def counts_of(question: Question) -> Counts:
    """Return all votes for `question`, counted from the rows."""
    found = question.votes.aggregate(
        valid=Count("pk", filter=VALID),
        taken_back=Count("pk", filter=TAKEN_BACK),
        aside=Count("pk", filter=ASIDE),
    )
    return Counts(**found)


def aside_of(question: Question) -> list[Aside]:
    """Return what was set aside and still is, by its reason."""
    rows = Vote.objects.filter(ASIDE, question=question).values_list("excluded_by__note")
    return [Aside(number, note or "") for note, number in rows.annotate(Count("pk")).order_by()]


def votes_per_day(theme: Theme) -> Iterator[tuple[date, str, int]]:
    """Yield (day, code of the question, valid votes cast on it) of what is public in `theme`."""
    rows = Vote.objects.filter(VALID, question__theme=theme, question__is_shown=True)
    days = rows.annotate(day=TruncDate("cast_at")).values_list("day", "question__code")
    counted = days.annotate(Count("pk")).order_by("day", "question__code")
    yield from counted.iterator(chunk_size=2_000)
