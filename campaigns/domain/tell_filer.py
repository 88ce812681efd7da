"""Send the filer of a contestation the private address where it stands, if they left an e-mail."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from audience.domain.network_budget import spend
from campaigns.models import Contestation

# An hour, to one mailbox: whoever types a stranger's address must not fill it.
MOST_PER_MAILBOX = 4
_log = logging.getLogger(__name__)


def tell_filer(contestation: Contestation) -> None:
    """Write to the filer once this transaction is kept; without an address, do nothing.

    A mail that cannot be sent is logged: the private address still shows everything.
    """
    if contestation.email and spend("mailbox", contestation.email.lower(), MOST_PER_MAILBOX):
        transaction.on_commit(lambda: _send(contestation))


def _send(contestation: Contestation) -> None:
    with override(contestation.language):
        address = f"{settings.PUBLIC_URL.rstrip('/')}{contestation.get_absolute_url()}"
        subject = _("Your contestation: %(state)s") % {"state": contestation.get_state_display()}
        body = _(
            "Hello,\n\nyou contested this: %(subject)s\n\n"
            "Here is where it stands, and the answer when there is one. "
            "The address is yours alone:\n%(address)s\n\n"
            "If it was not you, forget this message: nobody will see your address."
        ) % {"subject": contestation.subject, "address": address}
    try:
        send_mail(subject, body, None, [contestation.email])
    except (OSError, SMTPException):
        _log.exception("No mail about contestation %s", contestation.pk)
