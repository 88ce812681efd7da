"""How long an organisation lets people wait for its answers: public, so that it matters."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from statistics import median

from campaigns.models import Organisation
from qa.models import Answer

# Below, one slow answer would be the figure.
LEAST_ANSWERS = 3


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """The median time from a question to its first answer, and of how many questions."""

    waited: timedelta
    answers: int

    @property
    def days(self) -> int:
        """The same in begun days; 0 when half of the answers came within twelve hours."""
        waited_d = self.waited / timedelta(days=1)
        return 0 if waited_d <= 0.5 else ceil(waited_d)


def median_answer_time(organisation: Organisation) -> AnswerTime | None:
    """Return how fast `organisation` answers; None below three answered questions."""
    spoken = Answer.objects.filter(spoken_for=organisation).order_by("given_at")
    first: dict[int, timedelta] = {}
    for question, asked, given in spoken.values_list(
        "question_id", "question__received_at", "given_at"
    ):
        first.setdefault(question, given - asked)
    if len(first) < LEAST_ANSWERS:
        return None
    waited_s = median(one.total_seconds() for one in first.values())
    return AnswerTime(timedelta(seconds=waited_s), len(first))
