"""Let the reader of a mailbox into their own pages, and out again."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from audience.domain import mailbox_links as links
from audience.models import MailboxLink
from fundraising.models import Fundraiser, Supporter
from fundraising.refusals import LinkIsOver

# Of the links in mails, and of the sessions after them.
PURPOSE = "supporter"


def make_link(supporter: Supporter, page: Fundraiser | None = None) -> MailboxLink:
    """Make a link to a page, or to all of the supporter's."""
    about = str(page.pk) if page else ""
    return MailboxLink.objects.create(purpose=PURPOSE, key=str(supporter.pk), about=about)


def page_behind(link: MailboxLink) -> Fundraiser | None:
    """Return the page that a link leads to, or None: then it leads to all of them."""
    if not link.about:
        return None
    return Fundraiser.objects.filter(pk=link.about, owner__pk=link.key).first()


def supporter_behind(link: MailboxLink | None) -> Supporter | None:
    """Return whose pages a link opens, or None when they are forgotten."""
    return Supporter.objects.filter(pk=link.key).first() if link else None


def enter(link: MailboxLink | None) -> Supporter:
    """Use a link, once however many press at the same moment, and return whose it is.

    Raises LinkIsOver.
    """
    with transaction.atomic():
        supporter = supporter_behind(link)
        if link is None or supporter is None or not links.use_link(link):
            raise LinkIsOver
        Supporter.objects.filter(pk=supporter.pk, proved_at=None).update(proved_at=timezone.now())
    return supporter


def begin_session(session: Any, supporter: Supporter) -> None:
    """Let `session` open the supporter's pages."""
    links.begin_session(session, PURPOSE, str(supporter.pk), supporter.sessions_version)


def supporter_of(session: Any) -> Supporter | None:
    """Return whose pages `session` opens, or None."""
    held = links.key_in(session, PURPOSE)
    if held is None:
        return None
    key, version = held
    return Supporter.objects.filter(pk=key, sessions_version=version).first()


def end_session(session: Any) -> None:
    """Let `session` open nobody's pages any more."""
    links.end_session(session, PURPOSE)


def end_all_sessions(supporter: Supporter) -> None:
    """End the supporter's sessions in all browsers, and their unused links."""
    with transaction.atomic():
        Supporter.objects.filter(pk=supporter.pk).update(sessions_version=F("sessions_version") + 1)
        links.end_links(PURPOSE, str(supporter.pk))
