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


def tell_filer(contestation: Contestation) -> None:
    """Queue a mail to the filer in this transaction; without an address, do nothing.

    Each state is told once.
    """
    if contestation.email and spend("mailbox", contestation.email.lower(), MOST_PER_MAILBOX):
        about = f"{contestation.pk}:{contestation.state}"
        queue_letter(OCCASION, about, contestation.email, contestation.language)


def write_to_filer(mail: Mail) -> Letter | None:
    """Say where the contestation stands; None when it was forgotten since."""
    contestation = Contestation.objects.filter(pk=mail.about.partition(":")[0]).first()
    if contestation is None:
        return None
    subject = _("Your contestation: %(state)s") % {"state": contestation.get_state_display()}
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
