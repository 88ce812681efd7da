"""Decide about a notice, and once more when its sender objects: with a reason, each time.

What happens to the text is a decision about the text (`qa.domain.decide`), in one transaction with
the decision about the notice.
"""

from django.db import transaction
from django.utils import timezone

from qa.domain.decide import decide
from qa.domain.remove_everywhere import remove_everywhere
from qa.domain.rights import MODERATE, REMOVE, has_colleague
from qa.domain.tell_reporter import tell_reporter
from qa.enums import Action, NoticeState, NoticeVerdict
from qa.kinds import text_of
from qa.models import Notice
from qa.refusals import (
    MayNotDecide,
    NoticeAnswerMissing,
    SamePersonTwice,
    StaleCommand,
    VerdictUnfit,
)
from users.models import User

_DEEDS = {NoticeVerdict.HIDE: Action.HIDE, NoticeVerdict.REJECT: Action.REJECT}


def may_see_notices(user: User) -> bool:
    """Say whether `user` decides about notices."""
    return user.has_perm(MODERATE) or user.has_perm(REMOVE)


def decide_notice(
    notice: Notice,
    user: User,
    verdict: NoticeVerdict,
    *,
    answer: str,
    seen: int | None = None,
    seen_text: int | None = None,
    reason: str = "",
    note: str = "",
) -> Notice:
    """Decide about `notice`, or about the objection to its first decision, and return it.

    Its sender reads `answer`; the text's author reads `reason` and `note`. `seen` and `seen_text`
    are the versions of notice and text on which the person decided. Raises MayNotDecide,
    NoticeAnswerMissing, StaleCommand, VerdictUnfit, SamePersonTwice or what a decision about a text
    raises; then nothing was changed, neither notice nor text.
    """
    if not may_see_notices(user):
        raise MayNotDecide
    answer = answer.strip()
    if not answer:
        raise NoticeAnswerMissing
    with transaction.atomic():
        notice = _locked(notice, seen)
        is_own = notice.is_objected and notice.decided_by == user
        if is_own and has_colleague(user, MODERATE, REMOVE):
            raise SamePersonTwice
        _do(notice, user, verdict, seen_text, reason, note)
        _write(notice, user, verdict, answer)
        tell_reporter(notice)
    return notice


def _locked(notice: Notice, seen: int | None) -> Notice:
    fresh = Notice.objects.select_for_update().get(pk=notice.pk)
    if not fresh.is_open or (seen is not None and fresh.version != seen):
        winner = fresh.redress_by or fresh.decided_by or "–"
        raise StaleCommand(winner=winner, action=fresh.get_state_display())
    return fresh


def _do(
    notice: Notice,
    user: User,
    verdict: NoticeVerdict,
    seen: int | None,
    reason: str,
    note: str,
) -> None:
    """Do to the text what `verdict` says."""
    text = text_of(notice.kind, notice.subject_id)
    is_shown = text is not None and text.is_public
    if text is not None and verdict == NoticeVerdict.REMOVE:
        remove_everywhere(text, user, reason=reason, note=note, seen=seen)
    elif is_shown != (verdict != NoticeVerdict.GONE):
        raise VerdictUnfit(state=text.get_state_display() if text else "–")
    elif text is not None and verdict in _DEEDS:
        decide(text, _DEEDS[verdict], user=user, seen=seen, reason=reason, note=note)


def _write(notice: Notice, user: User, verdict: NoticeVerdict, answer: str) -> None:
    now = timezone.now()
    if notice.is_objected:
        notice.redress_answer, notice.redress_by, notice.redress_ended_at = answer, user, now
    else:
        notice.answer, notice.decided_by, notice.decided_at = answer, user, now
    stays = verdict == NoticeVerdict.KEEP
    notice.state = NoticeState.DISMISSED if stays else NoticeState.UPHELD
    notice.version += 1
    notice.save()
