"""Decide about a contestation: show it, or not and why; let those concerned answer it.

Nothing is deleted: a refusal is a decision like the others, and its reason goes to the filer.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from campaigns.domain.claim_rights import ensure_may_rule, speakers_for
from campaigns.domain.tell_filer import tell_filer
from campaigns.enums import ContestationState, RulingKind
from campaigns.models import Contestation, Representative, Ruling
from campaigns.refusals import AlreadyRuled, AnswerMissing, NotTheirSpeaker, RulingReasonMissing
from users.models import User


def publish_contestation(user: User, contestation: Contestation) -> Contestation:
    """Show `contestation` to everybody, beside what it contests.

    Raises MayNotRule or AlreadyRuled.
    """
    with _ruling(user, contestation, RulingKind.PUBLISHED, "") as found:
        if found.is_published:
            raise AlreadyRuled(state=found.get_state_display())
        found.state = ContestationState.PUBLISHED
    return found


def reject_contestation(user: User, contestation: Contestation, reason: str) -> Contestation:
    """Do not show `contestation`, or no longer; its filer reads the reason.

    Raises MayNotRule, RulingReasonMissing or AlreadyRuled.
    """
    if not reason.strip():
        raise RulingReasonMissing
    with _ruling(user, contestation, RulingKind.REJECTED, reason.strip()) as found:
        if found.is_rejected:
            raise AlreadyRuled(state=found.get_state_display())
        found.state = ContestationState.REJECTED
    return found


def answer_contestation(
    user: User, contestation: Contestation, answer: str, speaker: Representative
) -> Contestation:
    """Put the answer that `speaker` gave beside a published `contestation`. Once.

    Raises MayNotRule, AnswerMissing, NotTheirSpeaker or AlreadyRuled.
    """
    if not answer.strip():
        raise AnswerMissing
    with _ruling(user, contestation, RulingKind.ANSWERED, answer.strip()) as found:
        if not found.is_published or found.answered_at:
            raise AlreadyRuled(state=found.get_state_display())
        if not speakers_for(found).filter(pk=speaker.pk).exists():
            raise NotTheirSpeaker
        found.answer, found.answered_at = answer.strip(), timezone.now()
        found.answered_by = str(speaker)
        found.answered_for = speaker.organisation
    return found


@contextmanager
def _ruling(
    user: User, contestation: Contestation, kind: RulingKind, reason: str
) -> Iterator[Contestation]:
    """Lock the contestation; afterwards keep it, the decision and its log, and tell the filer."""
    ensure_may_rule(user)
    with transaction.atomic():
        found = Contestation.objects.select_for_update().get(pk=contestation.pk)
        yield found
        found.save()
        Ruling.objects.create(contestation=found, kind=kind, reason=reason, ruled_by=user)
        action = f"campaigns.contestation.{kind}"
        log(instance=found, action=action, user=user, data={"reason": reason})
        tell_filer(found)
