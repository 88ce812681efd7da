"""Into which questions one could be merged: those of its theme that ask about the same."""

from qa.domain.similar import similar_questions
from qa.domain.similar_texts import Index
from qa.models import Question

MOST_WAITING = 500
MOST_OFFERED = 6


def merge_candidates(question: Question) -> list[Question]:
    """Return questions like `question`, shown ones first, then those that wait as well."""
    shown = [one for one in similar_questions(question.theme, question.text) if one != question]
    others = Question.objects.waiting().filter(theme=question.theme).exclude(pk=question.pk)
    waiting = {one.pk: one for one in others.order_by("-received_at")[:MOST_WAITING]}
    texts = ((key, one.fold) for key, one in waiting.items())
    index = Index(texts, question.theme.locale.language_code)
    return [*shown, *(waiting[key] for key in index.likest(question.text))][:MOST_OFFERED]
