"""Let the reader of a mailbox into their own pages, and out again.

The session holds who it is and since when; it ends after two weeks, when its supporter ends all of
them, or with the browser's log-out.
"""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from fundraising.models import SignIn, Supporter
from fundraising.models.sign_in import LINK_LASTS
from fundraising.refusals import LinkIsOver

SESSION_LASTS = timedelta(days=14)
_NAME = "supporter"


def use_link(link: SignIn) -> Supporter:
    """Use a link, once however many press at the same moment, and return whose it is.

    Raises LinkIsOver.
    """
    now = timezone.now()
    with transaction.atomic():
        unused = SignIn.objects.filter(pk=link.pk, used_at=None, made_at__gte=now - LINK_LASTS)
        if not unused.update(used_at=now):
            raise LinkIsOver
        Supporter.objects.filter(pk=link.supporter_id, proved_at=None).update(proved_at=now)
    return link.supporter


def begin_session(session: Any, supporter: Supporter) -> None:
    """Let `session` open the supporter's pages; it gets a new key, so that none was set before."""
    session.cycle_key()
    session[_NAME] = [supporter.pk, supporter.sessions_version, timezone.now().timestamp()]


def supporter_of(session: Any) -> Supporter | None:
    """Return whose pages `session` opens, or None."""
    held = session.get(_NAME)
    if not isinstance(held, list) or len(held) != 3:
        return None
    pk, version, since = held
    if timezone.now().timestamp() - since > SESSION_LASTS.total_seconds():
        return None
    return Supporter.objects.filter(pk=pk, sessions_version=version).first()


def end_session(session: Any) -> None:
    """Let `session` open nobody's pages any more."""
    session.pop(_NAME, None)


def end_all_sessions(supporter: Supporter) -> None:
    """End the supporter's sessions in all browsers, and their unused links."""
    with transaction.atomic():
        Supporter.objects.filter(pk=supporter.pk).update(sessions_version=F("sessions_version") + 1)
        SignIn.objects.filter(supporter=supporter, used_at=None).update(used_at=timezone.now())
