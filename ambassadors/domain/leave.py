"""Leave: the alias and the mailbox are forgotten, the links credit nobody, the totals stay."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ambassadors.domain import send_link, tell_decided
from ambassadors.domain.send_link import PURPOSE
from ambassadors.models import Ambassador, Contact, LeaderKind
from audience.domain.holder_codes import brought_by_codes, brought_by_holders, end_holder_codes
from audience.domain.mailbox_links import end_links
from audience.models import Mail, ShareCode
from media.edition import new_edition
from qa.domain.decide import decide, ensure_not_frozen, locked
from qa.domain.forget_text import forget_notes
from qa.enums import Action, TextState

_OCCASIONS = (send_link.OCCASION, tell_decided.OCCASION)


def leave(ambassador: Ambassador) -> None:
    """Forget all that names the ambassador, for good. Once more changes nothing.

    Raises a DecisionRefused while the law wants the alias kept.
    """
    with transaction.atomic():
        one = locked(ambassador)
        ensure_not_frozen(one)
        if one.left_at is not None:
            return
        email = one.email
        if one.state not in (TextState.WITHDRAWN, TextState.REMOVED):
            one = decide(one, Action.WITHDRAW, user=None)
        one.alias = one.first_words = one.fold = one.note = one.held_for = one.objection = ""
        one.email, one.left_at = None, timezone.now()
        one.sessions_version += 1
        one.save()
        forget_notes(one)
        end_holder_codes(one.code)
        end_links(PURPOSE, one.code)
        Contact.objects.filter(kind=LeaderKind.AMBASSADOR, subject_id=one.pk).delete()
        if email:
            Mail.objects.filter(email=email, occasion__in=_OCCASIONS).delete()
    new_edition()


def exported(ambassador: Ambassador) -> dict[str, Any]:
    """Return all that the site holds about an ambassador, for them to take along."""
    brought = brought_by_codes(ambassador.code)
    notes = Contact.objects.filter(kind=LeaderKind.AMBASSADOR, subject_id=ambassador.pk)
    return {
        "alias": ambassador.alias,
        "email": ambassador.email,
        "language": ambassador.language,
        "state": ambassador.state,
        "reason": ambassador.refused_for,
        "note": ambassador.note,
        "joined_at": ambassador.joined_at.isoformat() if ambassador.joined_at else None,
        "people_brought": brought_by_holders().get(ambassador.code, 0),
        "links": [
            {
                "code": code.code,
                "leads_to": f"{code.kind} {code.key}",
                "channel": code.channel,
                "made_at": code.made_at.isoformat(),
                "people": brought[code.code].people,
                "acts": brought[code.code].acts,
            }
            for code in ShareCode.objects.filter(holder=ambassador.code).order_by("pk")
        ],
        "contacts": [{"day": one.contacted_on.isoformat(), "note": one.note} for one in notes],
    }
