"""How long an organisation lets people wait for its answers: public, so that it matters."""

from datetime import timedelta
from statistics import median

from campaigns.models import Organisation
from qa.models import Answer

# Below, one slow answer would be the figure.
LEAST_ANSWERS = 3


def median_answer_time(organisation: Organisation) -> tuple[timedelta, int] | None:
    """Return the median time from a question to its first answer, and of how many questions.

    None below three answers.
    """
    spoken = Answer.objects.filter(spoken_for=organisation).order_by("given_at")
    first: dict[int, timedelta] = {}
    for question, asked, given in spoken.values_list(
        "question_id", "question__received_at", "given_at"
    ):
        first.setdefault(question, given - asked)
    if len(first) < LEAST_ANSWERS:
        return None
    seconds = median(one.total_seconds() for one in first.values())
    return timedelta(seconds=seconds), len(first)
