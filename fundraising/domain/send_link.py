"""Send a supporter a link that opens their pages: good once, for a day."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.mailbox_links import token_of
from audience.domain.network_budget import spend
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail, MailboxLink
from fundraising.domain.sign_in import PURPOSE, make_link, page_behind
from fundraising.models import Fundraiser, Supporter
from fundraising.refusals import TooManyPages

OCCASION = "collection_link"
# A day, to one mailbox, all kinds together: whoever types a stranger's address must not fill it.
MOST_PER_MAILBOX = 10
MOST_PER_NETWORK = 60


def send_link(supporter: Supporter, page: Fundraiser | None, language: str) -> None:
    """Queue a mail with a link to `page`, or to all of the supporter's, in this transaction.

    A mailbox gets few in a day; those on top are not sent.
    """
    if take_slot_of_address(supporter.email, timezone.localdate(), MOST_PER_MAILBOX):
        link = make_link(supporter, page)
        queue_letter(OCCASION, str(link.pk), supporter.email, language)


def ask_for_link(email: str, language: str, network_address: str) -> None:
    """Send the supporter with this address a link; do nothing, and say nothing, for any other.

    Raises TooManyPages when the network's share is used up.
    """
    if not spend("collection-links", network_address, MOST_PER_NETWORK):
        raise TooManyPages
    with transaction.atomic():
        supporter = Supporter.objects.filter(email=email.lower()).first()
        if supporter is not None:
            send_link(supporter, None, language)


def write_link(mail: Mail) -> Letter | None:
    """Write the mail with a link; None when it was forgotten, or is too old by now."""
    link = MailboxLink.objects.filter(pk=mail.about, purpose=PURPOSE).first()
    if link is None or not link.is_good:
        return None
    return _letter(page_behind(link), absolute(reverse("sign_in", args=[token_of(link)])))


def sample_link() -> Letter:
    """Return how such a mail looks."""
    page = Fundraiser(title=_("Zoé runs for it"), reason=_("One kilometre, one kilo of leeks."))
    return _letter(page, absolute("/"))


def _letter(page: Fundraiser | None, link: str) -> Letter:
    subject = _("Your collection page is waiting for you") if page else _("Your pages and gifts")
    context = {"subject": subject, "page": page, "link": link}
    return compose(subject, "fundraising/mail/link", context)
