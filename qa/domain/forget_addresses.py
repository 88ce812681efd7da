"""Forget the e-mail addresses left with questions, comments and notices, once they have served.

A question's has served when the question was answered, a text's when it was taken off the site, a
notice's when nobody can object any more. What the law wants kept keeps its address too.
"""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from audience.domain.erase_addresses import KEPT, LONGEST, erase_addresses
from qa.domain.object_to_decision import WITHIN
from qa.domain.tell_answered import stop_replies
from qa.domain.tell_asker import take_address_off
from qa.domain.tell_reporter import forget_reporter
from qa.enums import NoticeState, TextState
from qa.kinds import kinds
from qa.models import Comment, Notice, Question

_OFF_THE_SITE = (TextState.HIDDEN, TextState.REJECTED, TextState.WITHDRAWN, TextState.REMOVED)


def forget_addresses() -> int:
    """Erase the addresses that have served, with the mails to them; return how many."""
    now = timezone.now()
    merged = Question.objects.filter(state=TextState.MERGED, frozen_for="").exclude(email="")
    return (
        erase_addresses(_questions(now), take_address_off)
        + erase_addresses(
            merged.select_related("merged_into"),
            take_address_off,
            lambda question: _is_long_answered(question.goes_on_in, now),
        )
        + erase_addresses(_comments(now), stop_replies)
        + erase_addresses(_notices(now), forget_reporter)
    )


def _questions(now: datetime) -> QuerySet[Question]:
    answered = Q(state=TextState.ANSWERED)
    over = (
        (answered & Q(answered_at__lt=now - KEPT))
        | (~answered & Q(received_at__lt=now - LONGEST))
        | _is_long_gone(now)
    )
    return Question.objects.filter(over, frozen_for="").exclude(email="")


def _comments(now: datetime) -> QuerySet[Comment]:
    over = Q(received_at__lt=now - LONGEST) | _is_long_gone(now)
    return Comment.objects.filter(over, frozen_for="").exclude(user_email="")


def _notices(now: datetime) -> QuerySet[Notice]:
    """Return notices after their last decision: the second one, or the first that stands."""
    over = Q(redress_ended_at__lt=now - KEPT) | Q(redress_at=None, decided_at__lt=now - WITHIN)
    found = Notice.objects.filter(over).exclude(email="").exclude(state=NoticeState.WAITING)
    for model in kinds():
        frozen = model._base_manager.exclude(frozen_for="").values("pk")
        found = found.exclude(kind=model.kind, subject_id__in=frozen)
    return found


def _is_long_gone(now: datetime) -> Q:
    return Q(state__in=_OFF_THE_SITE, decided_at__lt=now - KEPT)


def _is_long_answered(question: Question, now: datetime) -> bool:
    return question.answered_at is not None and question.answered_at < now - KEPT
