"""Prove the totals of questions from the rows of their votes."""

from django.db import transaction
from django.db.models import Count, F, Q

from campaigns.domain.ledger.recount import Difference
from campaigns.recounts import Recounted
from qa.domain.count_votes import total_of
from qa.models import Question, Vote


def recount_votes(write: bool) -> Recounted:
    """Count all votes again and return the totals that differ; `write` mends them.

    What seems to differ is counted once more under the question's lock: a site at work is between
    two true states for nobody who holds it.
    """
    valid = Count("votes", filter=Q(votes__value=1, votes__is_excluded=False))
    suspected = Question.objects.annotate(counted=valid).exclude(total=F("counted"))
    differences = []
    for pk in suspected.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            question = Question.objects.select_for_update().get(pk=pk)
            counted = total_of(question)
            if counted == question.total:
                continue
            what = f"votes for question {question.code}"
            differences.append(Difference(what, question.total, counted, write))
            if write:
                Question.objects.filter(pk=pk).update(total=counted)
    number, questions = Vote.objects.count(), Question.objects.count()
    return Recounted(f"{number} votes for {questions} questions", differences)
