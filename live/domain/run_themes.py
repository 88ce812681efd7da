"""Which questions belong to a programme: those of its themes, in every language."""

from typing import Any

from django.db.models import QuerySet

from live.models import LiveProgrammePage
from qa.enums import TextState
from qa.models import Question, Theme

# A question that can still be taken: shown to all, and not answered.
TAKEABLE = frozenset({TextState.APPROVED, TextState.READY})


def themes_of(programme: LiveProgrammePage) -> QuerySet[Theme, Theme]:
    """Return the themes of `programme` with their translations."""
    keys: QuerySet[Any, Any] = programme.themes.values("translation_key")
    return Theme.objects.filter(translation_key__in=keys)


def takeable_questions(programme: LiveProgrammePage) -> QuerySet[Question, Question]:
    """Return the questions that can be made ready or put on air, the most wanted first."""
    found: QuerySet[Question, Question] = Question.objects.filter(
        theme__in=themes_of(programme), state__in=TAKEABLE
    )
    return found.select_related("theme").order_by("-total", "pk")
