"""Questions as something to tell others of."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef
from django.utils.translation import override

from audience.models import ShareCode
from audience.shared import Shared
from qa.models import Question

QUESTION = "question"


def find_shared_question(key: str) -> Shared | None:
    """Return the public question whose code is `key`, with its address in its theme's language."""
    found = Question.objects.public().filter(code=key).select_related("theme__locale").first()
    if found is None:
        return None
    with override(found.theme.locale.language_code):
        return Shared(QUESTION, key, found.text, found.get_absolute_url())


def questions_without_codes(most: int) -> Sequence[tuple[str, int | None]]:
    """Return the codes of public questions that have no share codes yet; they have no meter."""
    codes = ShareCode.objects.filter(kind=QUESTION, key=OuterRef("code"), secret=None)
    found = Question.objects.public().filter(~Exists(codes)).order_by("pk")
    return [(code, None) for code in found.values_list("code", flat=True)[:most]]


def search_questions(words: str, most: int) -> Sequence[str]:
    """Return the keys of public questions that hold `words`, the newest first."""
    found = Question.objects.public().filter(text__icontains=words).order_by("-pk")
    return list(found.values_list("code", flat=True)[:most])
