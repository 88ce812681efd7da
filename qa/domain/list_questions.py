"""Which questions of a theme are shown first.

Seven that most people want; then the three that were shown least, so that a question that came late
is read at all. What was shown is counted by turns of the clock (`qa.domain.turn_questions`), not by
visits: everybody sees the same page, which any cache may keep. What it brings: docs/adr/0015.
"""

from django.db.models import QuerySet

from qa.models import Question, Theme

MOST_WANTED = 7
LEAST_SHOWN = 3


def first_questions(theme: Theme) -> list[Question]:
    """Return the questions that the theme's page begins with: at most ten."""
    wanted = list(most_wanted(theme)[:MOST_WANTED])
    shown = {one.pk for one in wanted}
    # Those on top may be among the least shown; so many more are read, and they are left out here.
    others = least_shown(theme)[: LEAST_SHOWN + len(wanted)]
    return [*wanted, *[one for one in others if one.pk not in shown][:LEAST_SHOWN]]


def most_wanted(theme: Theme) -> QuerySet[Question]:
    """Return what is public and waits for its answer, by votes."""
    return Question.objects.open().filter(theme=theme).order_by("-total", "pk")


def least_shown(theme: Theme) -> QuerySet[Question]:
    """Return the same, by how few turns each had; of equals, who waits longest."""
    return Question.objects.open().filter(theme=theme).order_by("turns", "pk")


def newest(theme: Theme) -> QuerySet[Question]:
    """Return everything public, the newest first."""
    return Question.objects.public().filter(theme=theme).order_by("-received_at", "-pk")


def answered(theme: Theme) -> QuerySet[Question]:
    """Return what was answered, the latest answer first, with the answers."""
    public = Question.objects.public().filter(theme=theme, answered_at__isnull=False)
    return public.order_by("-answered_at", "-pk").prefetch_related("answers__spoken_for")
