"""Which questions of a theme are shown first.

Seven that most people want; then three of the others in turn, so that a question that came late is
read at all. Whose turn it is follows from the clock alone: everybody sees the same page, which any
cache may keep.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet

from qa.models import Question, Theme

MOST_WANTED = 7
IN_TURN = 3
TURN_S = 600

One = TypeVar("One")


def first_questions(theme: Theme, now: datetime) -> list[Question]:
    """Return the questions that the theme's page begins with: at most ten."""
    wanted = list(most_wanted(theme)[:MOST_WANTED])
    others = most_wanted(theme).order_by("pk").exclude(pk__in=[one.pk for one in wanted])
    keys = list(others.values_list("pk", flat=True))
    found = theme.questions.in_bulk(in_turn(keys, int(now.timestamp()) // TURN_S))
    return [*wanted, *found.values()]


def in_turn(others: Sequence[One], turn: int) -> list[One]:
    """Return the three of `others` whose turn it is: each comes as often as any other."""
    if len(others) <= IN_TURN:
        return list(others)
    first = turn * IN_TURN
    return [others[(first + place) % len(others)] for place in range(IN_TURN)]


def most_wanted(theme: Theme) -> QuerySet[Question]:
    """Return what is public and waits for its answer, by votes."""
    public = Question.objects.public().filter(theme=theme, answered_at=None)
    return public.order_by("-total", "pk")


def newest(theme: Theme) -> QuerySet[Question]:
    """Return everything public, the newest first."""
    return Question.objects.public().filter(theme=theme).order_by("-received_at", "-pk")


def answered(theme: Theme) -> QuerySet[Question]:
    """Return what was answered, the latest answer first, with the answers."""
    public = Question.objects.public().filter(theme=theme).exclude(answered_at=None)
    return public.order_by("-answered_at", "-pk").prefetch_related("answers__spoken_for")
