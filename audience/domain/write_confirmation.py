"""The mail that asks whether somebody really wants to follow."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from audience.domain.follow_links import CONFIRM, END, link_to
from audience.enums import SubscriptionState
from audience.letters import Letter
from audience.models import FollowerMail
from audience.subjects import subject_of


def write_confirmation(mail: FollowerMail) -> Letter | None:
    """Ask to confirm; say so when the address follows already. None when it has ended since."""
    subscription = mail.subscription
    subject = subject_of(subscription.kind, subscription.key)
    if subject is None or subscription.state == SubscriptionState.ENDED:
        return None
    follows = subscription.state == SubscriptionState.CONFIRMED
    context = {
        "subject": subject,
        "follows": follows,
        "confirm_link": link_to(CONFIRM, subscription),
        "end_link": link_to(END, subscription),
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    title = _("You already follow: %(title)s") if follows else _("Confirm: follow %(title)s")
    return Letter(
        subject=title % {"title": subject.title},
        text=render_to_string("audience/mail/asked.txt", context),
        html=render_to_string("audience/mail/asked.html", context),
    )
