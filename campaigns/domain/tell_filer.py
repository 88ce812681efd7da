"""Send the filer of a contestation the private address where it stands, if they left an e-mail."""

from django.utils.translation import gettext as _

from audience.domain.network_budget import spend
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from campaigns.enums import ContestationState
from campaigns.models import Contestation

OCCASION = "contestation"
# An hour, to one mailbox: whoever types a stranger's address must not fill it.
MOST_PER_MAILBOX = 4
_ANSWERED = "answered"
# What is told, each once.
STEPS = (*ContestationState, _ANSWERED)


def tell_filer(contestation: Contestation) -> None:
    """Queue a mail to the filer in this transaction; without an address, do nothing.

    Each state is told once, and the answer.
    """
    if contestation.email and spend("mailbox", contestation.email.lower(), MOST_PER_MAILBOX):
        about = f"{contestation.pk}:{_step(contestation)}"
        queue_letter(OCCASION, about, contestation.email, contestation.language)


def write_to_filer(mail: Mail) -> Letter | None:
    """Say where the contestation stands; None when it, or the address, was forgotten since."""
    filed = Contestation.objects.filter(pk=mail.about.partition(":")[0])
    contestation = filed.exclude(email="").first()
    if contestation is None:
        return None
    subject = _("Your contestation: %(state)s") % {"state": contestation.get_state_display()}
    if _step(contestation) == _ANSWERED:
        subject = _("Your contestation is answered")
    context = {
        "subject": contestation.subject,
        "title": subject,
        "link": absolute(contestation.get_absolute_url()),
    }
    return compose(subject, "campaigns/mail/contestation", context)


def sample_to_filer() -> Letter:
    """Return how such a mail looks."""
    state = ContestationState.PUBLISHED.label
    subject = _("Your contestation: %(state)s") % {"state": state}
    context = {"subject": _("“All of it is organic”"), "title": subject, "link": absolute("/")}
    return compose(subject, "campaigns/mail/contestation", context)


def _step(contestation: Contestation) -> str:
    is_answered = contestation.is_published and contestation.answered_at is not None
    return _ANSWERED if is_answered else str(contestation.state)
