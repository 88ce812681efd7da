"""Send an ambassador a link that opens their page: good once, for a day."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors.models import Ambassador
from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.mailbox_links import token_of
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail, MailboxLink

OCCASION = "ambassador_link"
PURPOSE = "ambassador"
# A day, to one mailbox, all kinds together: whoever types a stranger's address must not fill it.
MOST_PER_MAILBOX = 10


def send_link(ambassador: Ambassador, language: str) -> None:
    """Queue a mail with a link, in this transaction. A mailbox gets few in a day."""
    email = ambassador.email or ""
    if email and take_slot_of_address(email, timezone.localdate(), MOST_PER_MAILBOX):
        link = MailboxLink.objects.create(purpose=PURPOSE, key=ambassador.code)
        queue_letter(OCCASION, str(link.pk), email, language)


def write_link(mail: Mail) -> Letter | None:
    """Write the mail with a link; None when it was forgotten, or is too old by now."""
    link = MailboxLink.objects.filter(pk=mail.about, purpose=PURPOSE).first()
    if link is None or not link.is_good:
        return None
    ambassador = Ambassador.objects.filter(code=link.key, left_at=None).first()
    if ambassador is None:
        return None
    address = absolute(reverse("enter_as_ambassador", args=[token_of(link)]))
    return _letter(ambassador.alias, address, is_new=ambassador.joined_at is None)


def sample_link() -> Letter:
    """Return how such a mail looks."""
    return _letter(_("Zoé of the leeks"), absolute("/"), is_new=True)


def _letter(alias: str, link: str, is_new: bool) -> Letter:
    subject = _("Confirm: become an ambassador") if is_new else _("Your ambassador’s page")
    context = {"subject": subject, "alias": alias, "link": link, "is_new": is_new}
    return compose(subject, "ambassadors/mail/link", context)
