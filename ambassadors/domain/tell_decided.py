"""What the team decides about an alias is in the ranking at once, and told by mail once."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.domain.send_link import MOST_PER_MAILBOX
from ambassadors.models import Ambassador
from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from media.edition import new_edition
from qa.enums import Action, TextState
from qa.models import Decision, Moderated

OCCASION = "alias_decided"
_SUBJECTS: dict[str, Promise] = {
    Action.APPROVE: gettext_lazy("Your alias is in the ranking"),
    Action.REJECT: gettext_lazy("Your alias was not accepted"),
    Action.HIDE: gettext_lazy("Your alias is hidden for now"),
    Action.REMOVE: gettext_lazy("Your alias was removed"),
}


def follow_decision(decision: Decision, text: Moderated) -> None:
    """Begin a new edition, and queue the mail that a decision of the team calls for.

    Listens to `qa.decided`, inside the decision's transaction.
    """
    if not isinstance(text, Ambassador):
        return
    new_edition()
    if decision.decided_by_id is None or decision.action not in _SUBJECTS or not text.email:
        return
    if take_slot_of_address(text.email, timezone.localdate(), MOST_PER_MAILBOX):
        about = f"{text.pk}:{text.version}:{decision.action}"
        queue_letter(OCCASION, about, text.email, text.language)


def write_decided(mail: Mail) -> Letter | None:
    """Say what was decided; None when they have left since, or it was decided anew."""
    pk, version, step = mail.about.split(":")
    found = Ambassador.objects.here().filter(pk=pk, version=version).first()
    return _letter(found, step) if found is not None else None


def sample_decided() -> Letter:
    """Return how such a mail looks."""
    ambassador = Ambassador(
        alias=_("Zoé of the leeks"),
        state=TextState.REJECTED,
        refused_for="other",
        note=_("Two of you are called so. Which one are you?"),
    )
    return _letter(ambassador, Action.REJECT)


def _letter(ambassador: Ambassador, step: str) -> Letter:
    subject = str(_SUBJECTS[step])
    is_shown = ambassador.is_public
    context = {
        "subject": subject,
        "ambassador": ambassador,
        "is_shown": is_shown,
        "link": absolute(reverse("ambassadors" if is_shown else "ask_ambassador_link")),
    }
    return compose(subject, "ambassadors/mail/decided", context)
