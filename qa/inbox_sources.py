"""What waits for the team among questions and notices."""

from datetime import timedelta
from functools import partial

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qa.domain.decide_notice import may_see_notices
from qa.domain.hand_over_text import hand_over_text
from qa.domain.notice_age import allowed
from qa.domain.rights import MODERATE
from qa.models import Comment, Notice, Question
from users.inbox import Entry, Owners, Source
from users.models import User

QUESTIONS_WITHIN = timedelta(hours=48)


def may_moderate(user: User) -> bool:
    """Say whether `user` reads what the public sends."""
    return user.has_perm(MODERATE)


def _questions() -> QuerySet[Question]:
    waiting = Question.objects.waiting().select_related("assigned_to")
    return waiting.order_by("received_at", "pk")


def _question(question: Question) -> Entry:
    return Entry(
        key=str(question.pk),
        title=question.text,
        link=f"{reverse('desk')}?theme={question.theme_id}",
        since=question.received_at,
        within=QUESTIONS_WITHIN,
        owner=question.assigned_to,
    )


def _comments() -> QuerySet[Comment]:
    waiting: QuerySet[Comment] = Comment.objects.waiting().select_related("assigned_to")
    return waiting.order_by("received_at", "pk")


def _comment(comment: Comment) -> Entry:
    return Entry(
        key=str(comment.pk),
        title=comment.comment,
        link=f"{reverse('desk')}?kind={comment.kind}",
        since=comment.received_at,
        within=QUESTIONS_WITHIN,
        owner=comment.assigned_to,
    )


def _notices() -> QuerySet[Notice]:
    since = Coalesce(F("redress_at"), F("filed_at"))
    return Notice.objects.open().order_by(since, "pk")


def _notice(notice: Notice) -> Entry:
    return Entry(
        key=str(notice.pk),
        title=str(notice),
        link=reverse("decide_notice", args=[notice.pk]),
        since=notice.waits_since,
        within=allowed(notice),
    )


def _assigned(model: type[Question] | type[Comment]) -> Owners:
    """Whom the desk has given a text to is who takes care of it."""
    return Owners("assigned_to", partial(hand_over_text, model))


QUESTIONS = Source(
    "question", _("Questions"), may_moderate, _questions, _question, _assigned(Question)
)
NOTICES = Source("notice", _("Notices"), may_see_notices, _notices, _notice)
COMMENTS = Source("comment", _("Comments"), may_moderate, _comments, _comment, _assigned(Comment))
