"""Give other questions their turn among the first of their theme."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from qa.domain.list_questions import first_questions
from qa.models import Question, Theme

TURN = timedelta(seconds=30)


def turn_questions() -> int:
    """Count a turn for the questions that stand first in each theme; return in how many themes.

    The least shown follow them. Of several workers who want to turn a theme, one does.
    """
    now = timezone.now()
    is_due = Q(turned_at=None) | Q(turned_at__lte=now - TURN)
    questions = Question.objects.open().filter(theme=OuterRef("pk"))
    turned = 0
    for theme in Theme.objects.filter(is_due).filter(Exists(questions)):
        if Theme.objects.filter(is_due, pk=theme.pk).update(turned_at=now):
            shown = Question.objects.filter(pk__in=[one.pk for one in first_questions(theme)])
            shown.update(turns=F("turns") + 1)
            turned += 1
    return turned
