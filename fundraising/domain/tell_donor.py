"""Send somebody who gave, and who wished it, the thanks of the owner of the page."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from fundraising.models import Donation, Fundraiser, Thanks
from qa.enums import PUBLIC_STATES

OCCASION = "gift_thanks"
# A day, to one mailbox, all kinds together.
MOST_PER_MAILBOX = 20


def tell_donor(gift: Donation, language: str) -> None:
    """Queue the mail with the thanks for `gift`, once, where its donor left an address."""
    email = gift.thanks_email
    if email and take_slot_of_address(email, timezone.localdate(), MOST_PER_MAILBOX):
        queue_letter(OCCASION, str(gift.pk), email, language)


def write_thanks(mail: Mail) -> Letter | None:
    """Write it; None when the page was erased or taken off the site since."""
    gifts = Donation.objects.select_related("thanks", "fundraiser")
    found = gifts.filter(pk=mail.about, fundraiser__state__in=PUBLIC_STATES).first()
    if found is None or found.thanks is None:
        return None
    return _letter(found.fundraiser, found.thanks)


def sample_thanks() -> Letter:
    """Return how such a mail looks."""
    page = Fundraiser(title=_("Zoé runs for it"), name="Zoé", code="0", slug="0")
    return _letter(page, Thanks(words=_("Your leeks carried me over the last kilometre.")))


def _letter(page: Fundraiser, thanks: Thanks) -> Letter:
    subject = _("%(name)s thanks you") % {"name": page.name}
    context = {
        "subject": subject,
        "page": page,
        "words": thanks.words,
        "link": absolute(page.get_absolute_url()),
        "report_link": absolute(reverse("report", args=[page.kind, page.code])),
    }
    return compose(subject, "fundraising/mail/thanks", context)
