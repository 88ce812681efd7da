"""What was set aside, for those of the team who can take it back."""

from django.db.models import Count, Q, QuerySet

from qa.models import Decision, Question, Theme


def aside_by_decision(question: Question) -> QuerySet[Decision]:
    """Return the decisions that set votes for `question` aside and still hold.

    Each has `number`, the votes it keeps aside. The newest comes first.
    """
    decisions = Decision.objects.filter(kind=question.kind, subject_id=question.pk)
    counted = decisions.annotate(number=Count("votes")).filter(number__gt=0)
    return counted.select_related("decided_by").order_by("-pk")


def questions_with_votes(theme: Theme) -> QuerySet[Question]:
    """Return the questions of `theme`, most votes first.

    Each has `aside`, how many of its votes are set aside.
    """
    aside = Count("votes", filter=Q(votes__is_excluded=True))
    asked = Question.objects.filter(theme=theme).exclude(text="")
    return asked.annotate(aside=aside).order_by("-total", "pk")
