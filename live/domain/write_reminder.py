"""The mails about a live programme: it begins soon; its date has changed."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from audience.domain.follow_links import END, link_to
from audience.enums import SubscriptionState
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from live.domain.followed_lives import key_in, live_of, mark_of
from live.domain.say_times import say_hour, say_moment, say_zone
from live.models import LiveProgrammePage


def write_reminder(mail: Mail) -> Letter | None:
    """Say that it begins in half an hour; None when it does not any more, or nobody asks."""
    page = _page(mail)
    if page is None or page.starts_at < timezone.now() - timedelta(hours=1):
        return None
    return _reminder(page, _end(mail))


def write_moved(mail: Mail) -> Letter | None:
    """Say the new date; None when there is a newer one still, or nobody asks any more."""
    page = _page(mail)
    return _moved(page, _end(mail)) if page else None


def sample_reminder() -> Letter:
    """Return how such a mail looks."""
    return _reminder(_sample(), absolute("/"))


def sample_moved() -> Letter:
    """Return how such a mail looks."""
    return _moved(_sample(), absolute("/"))


def _page(mail: Mail) -> LiveProgrammePage | None:
    subscription = mail.subscription
    if subscription is None or subscription.state != SubscriptionState.CONFIRMED:
        return None
    page = live_of(key_in(mail.about))
    is_current = page is not None and mark_of(subscription.key, page.starts_at) == mail.about
    return page if is_current else None


def _end(mail: Mail) -> str:
    return link_to(END, mail.subscription) if mail.subscription else ""


def _reminder(page: LiveProgrammePage, end_link: str) -> Letter:
    hour = say_hour(page.starts_at, page.time_zone)
    subject = _("At %(hour)s: %(title)s") % {"hour": hour, "title": page.title}
    return compose(subject, "live/mail/reminder", _context(page, end_link))


def _moved(page: LiveProgrammePage, end_link: str) -> Letter:
    subject = _("New date: %(title)s") % {"title": page.title}
    return compose(subject, "live/mail/moved", _context(page, end_link))


def _context(page: LiveProgrammePage, end_link: str) -> dict[str, object]:
    return {
        "page": page,
        "moment": say_moment(page.starts_at, page.time_zone),
        "zone": say_zone(page.time_zone),
        "link": absolute(page.url or "/"),
        "end_link": end_link,
    }


def _sample() -> LiveProgrammePage:
    return LiveProgrammePage(
        title=_("A world tour of kitchen gardens"),
        pitch=_("Four hours, six gardens, three questions."),
        starts_at=timezone.now() + timedelta(minutes=30),
        time_zone="Europe/Paris",
    )
