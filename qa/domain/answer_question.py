"""Answer a question in writing, under a name."""

from django.db import transaction
from django.utils import timezone

from campaigns.models import Organisation
from qa.domain.clean_words import says_something
from qa.domain.decide import decide
from qa.enums import Action
from qa.models import Answer, Question
from qa.refusals import AnswerMissing
from users.models import User


def answer_question(
    question: Question,
    user: User,
    text: str,
    *,
    seen: int | None = None,
    spoken_by: str = "",
    spoken_for: Organisation | None = None,
) -> Question:
    """Publish `text` as the official answer to `question` and return the question.

    `spoken_by` stands under it; without one it is the team's. Raises AnswerMissing or a
    DecisionRefused.
    """
    text = text.strip()
    if not says_something(text):
        raise AnswerMissing
    now = timezone.now()
    with transaction.atomic():
        question = decide(
            question, Action.ANSWER, user=user, seen=seen, answered_at=question.answered_at or now
        )
        Answer.objects.create(
            question=question,
            text=text,
            spoken_by=spoken_by.strip(),
            spoken_for=spoken_for,
            written_by=user,
            given_at=now,
        )
    return question
