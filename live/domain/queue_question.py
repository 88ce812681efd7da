"""The queue of a run: questions made ready, in order, each perhaps for one guest.

It has its own rows and takes no version of the run: who sorts questions never makes a TAKE fail.
"""

from django.db import transaction

from live.domain.rights import ensure_may_operate
from live.domain.run_themes import takeable_questions
from live.models import QueuedQuestion, Run
from live.models.control import LONGEST_GUEST
from live.refusals import QuestionNotApproved, RunIsOver
from qa.domain.decide import decide
from qa.enums import Action, TextState
from users.models import User


def ready_question(run: Run, user: User, *, question: int, guest: str = "") -> QueuedQuestion:
    """Make a question ready for `guest`, and return its row; once it is, only change the guest.

    Outside a rehearsal the moderation desk shows it as ready too. Raises MayNotOperate, RunIsOver,
    QuestionNotApproved or a DecisionRefused.
    """
    _ensure_open(run, user)
    with transaction.atomic():
        chosen = takeable_questions(run.programme).filter(pk=question).first()
        if chosen is None:
            raise QuestionNotApproved
        if not run.is_rehearsal and chosen.state == TextState.APPROVED:
            decide(chosen, Action.READY, user=user, seen=chosen.version)
        queued, _new = QueuedQuestion.objects.update_or_create(
            run=run, question=chosen, defaults={"guest": guest.strip()[:LONGEST_GUEST]}
        )
    return queued


def unready_question(run: Run, user: User, *, question: int) -> None:
    """Take a question out of the queue; doing it twice is fine. Raises as `ready_question`."""
    _ensure_open(run, user)
    with transaction.atomic():
        queued = QueuedQuestion.objects.filter(run=run, question=question)
        found = queued.select_related("question").first()
        if found is None:
            return
        if not run.is_rehearsal and found.question.state == TextState.READY:
            decide(found.question, Action.BACK, user=user, seen=found.question.version)
        found.delete()


def _ensure_open(run: Run, user: User) -> None:
    ensure_may_operate(user)
    if not Run.objects.filter(pk=run.pk, ended_at__isnull=True).exists():
        raise RunIsOver
