"""Mails to those who offer to be godparents: the link that proves the mailbox, and the answer."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.mailbox_links import token_of
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail, MailboxLink
from projects.models import Offer, Project

LINK, STEP = "godparent_link", "godparent"
PURPOSE = "godparent"
RECEIVED, ANSWERED = "received", "answered"
MOST_PER_MAILBOX = 10
_SUBJECTS: dict[str, Promise] = {
    RECEIVED: gettext_lazy("Your offer is with us"),
    ANSWERED: gettext_lazy("An answer to your offer"),
}


def send_offer_link(offer: Offer) -> None:
    """Queue a mail with a link, in this transaction. A mailbox gets few in a day."""
    if not take_slot_of_address(offer.email, timezone.localdate(), MOST_PER_MAILBOX):
        return
    link = MailboxLink.objects.create(purpose=PURPOSE, key=offer.code)
    queue_letter(LINK, str(link.pk), offer.email, offer.language)


def tell_offerer(offer: Offer, step: str) -> None:
    """Queue a mail about `step`, in this transaction."""
    if take_slot_of_address(offer.email, timezone.localdate(), MOST_PER_MAILBOX):
        queue_letter(STEP, f"{offer.pk}:{step}", offer.email, offer.language)


def write_offer_link(mail: Mail) -> Letter | None:
    """Write the mail with a link; None when it was forgotten, or is too old by now."""
    link = MailboxLink.objects.filter(pk=mail.about, purpose=PURPOSE).first()
    if link is None or not link.is_good:
        return None
    offer = Offer.objects.filter(code=link.key).select_related("project").first()
    if offer is None:
        return None
    return _link_letter(offer, absolute(reverse("enter_as_godparent", args=[token_of(link)])))


def write_to_offerer(mail: Mail) -> Letter | None:
    """Say what became of the offer; None when it was erased since."""
    pk, step = mail.about.split(":")
    offer = Offer.objects.filter(pk=pk).select_related("project").first()
    return _letter(offer, step) if offer is not None else None


def sample_offer_link() -> Letter:
    """Return how such a mail looks."""
    return _link_letter(_sample(), absolute("/"))


def sample_to_offerer() -> Letter:
    """Return how such a mail looks."""
    return _letter(_sample(), ANSWERED)


def _sample() -> Offer:
    project = Project(title=_("Wheels for the soup"), slug="0")
    answer = _("A cargo bike for a soup: we call you on Tuesday.")
    return Offer(project=project, firm=_("Leeks and Sons"), code="0", answer=answer)


def _link_letter(offer: Offer, link: str) -> Letter:
    subject = _("Confirm: become a godparent")
    context = {"subject": subject, "offer": offer, "link": link}
    return compose(subject, "projects/mail/offer_link", context)


def _letter(offer: Offer, step: str) -> Letter:
    subject = str(_SUBJECTS[step])
    link = absolute(offer.project.get_absolute_url())
    context = {"subject": subject, "offer": offer, "link": link, "step": step}
    return compose(subject, "projects/mail/offer", context)
