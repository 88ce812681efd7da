"""Answer a question under a name: in writing, at a second of a film, or live."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from campaigns.models import Organisation
from media.models import Video
from qa.domain.clean_words import says_something
from qa.domain.decide import decide
from qa.enums import Action, AnswerKind
from qa.models import Answer, Question
from qa.refusals import AnswerHasNoSecond, AnswerMissing
from users.models import User


@dataclass(frozen=True, slots=True)
class Said:
    """What is answered: words, a second of a film, or both; by whom, for whom; live or not."""

    text: str = ""
    spoken_by: str = ""
    spoken_for: Organisation | None = None
    film: Video | None = None
    starts_at_s: int | None = None
    is_live: bool = False

    @property
    def kind(self) -> AnswerKind:
        """How it was said. Where a live answer is, its replay knows."""
        if self.is_live:
            return AnswerKind.LIVE
        return AnswerKind.TEXT if self.film is None else AnswerKind.FILM


def answer_question(
    question: Question, user: User, said: Said, *, seen: int | None = None
) -> Question:
    """Publish `said` as the official answer to `question` and return the question.

    Without `spoken_by` it is the team's. Raises AnswerMissing, AnswerHasNoSecond or a
    DecisionRefused.
    """
    text = said.text.strip()
    if not says_something(text) and said.kind == AnswerKind.TEXT:
        raise AnswerMissing
    if said.film is not None and said.starts_at_s is None:
        raise AnswerHasNoSecond
    now = timezone.now()
    with transaction.atomic():
        question = decide(
            question, Action.ANSWER, user=user, seen=seen, answered_at=question.answered_at or now
        )
        Answer.objects.create(
            question=question,
            kind=said.kind,
            text=text,
            film=said.film,
            starts_at_s=said.starts_at_s if said.film else None,
            spoken_by=said.spoken_by.strip(),
            spoken_for=said.spoken_for,
            written_by=user,
            given_at=now,
        )
    return question
