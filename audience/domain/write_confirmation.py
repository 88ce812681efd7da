"""The mail that asks whether somebody really wants to follow."""

from django.utils.translation import gettext as _

from audience.domain.follow_links import CONFIRM, END, link_to
from audience.enums import SubscriptionState
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from audience.subjects import Subject, subject_of


def write_confirmation(mail: Mail) -> Letter | None:
    """Ask to confirm; say so when the address follows already. None when it has ended since."""
    subscription = mail.subscription
    if subscription is None:
        return None
    subject = subject_of(subscription.kind, subscription.key)
    if subject is None or subscription.state == SubscriptionState.ENDED:
        return None
    follows = subscription.state == SubscriptionState.CONFIRMED
    context = {
        "subject": subject,
        "follows": follows,
        "confirm_link": link_to(CONFIRM, subscription),
        "end_link": link_to(END, subscription),
    }
    title = _("You already follow: %(title)s") if follows else _("Confirm: follow %(title)s")
    return compose(title % {"title": subject.title}, "audience/mail/asked", context)


def sample_confirmation() -> Letter:
    """Return how such a mail looks."""
    subject = Subject("sample", "sample", "0", _("Two kilos"), "/", "/")
    context = {
        "subject": subject,
        "follows": False,
        "confirm_link": absolute("/"),
        "end_link": absolute("/"),
    }
    title = _("Confirm: follow %(title)s") % {"title": subject.title}
    return compose(title, "audience/mail/asked", context)
