"""Links that prove a mailbox: signed, good once, for a day, by a press; and the session after it.

No passwords: whoever reads the mailbox is its owner. A session names whose it is, in which version
(raised by one, it ends all of them), and since when; it lasts for two weeks.
"""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from audience.domain.signing import open_signed, sign
from audience.models import MailboxLink
from audience.models.mailbox import LINK_LASTS

SESSION_LASTS = timedelta(days=14)
LINKS_KEPT = timedelta(days=7)


def token_of(link: MailboxLink) -> str:
    """Return what stands in the address of `link`: its number with our signature."""
    return sign(str(link.pk), f"mailbox.{link.purpose}")


def link_in(token: str, purpose: str) -> MailboxLink | None:
    """Return the link that `token` was signed for, used or not, or None."""
    body = open_signed(token, f"mailbox.{purpose}")
    if not body or not body.isdecimal():
        return None
    return MailboxLink.objects.filter(pk=body, purpose=purpose).first()


def use_link(link: MailboxLink) -> bool:
    """Use a link; only one of those who press at the same moment succeeds. Too old is False too."""
    now = timezone.now()
    unused = MailboxLink.objects.filter(pk=link.pk, used_at=None, made_at__gte=now - LINK_LASTS)
    return bool(unused.update(used_at=now))


def end_links(purpose: str, key: str) -> None:
    """Let no link of `key` be used any more."""
    MailboxLink.objects.filter(purpose=purpose, key=key, used_at=None).update(
        used_at=timezone.now()
    )


def begin_session(session: Any, purpose: str, key: str, version: int) -> None:
    """Let `session` open what is of `key`; it gets a new key itself: none was set before."""
    session.cycle_key()
    session[purpose] = [key, version, timezone.now().timestamp()]


def key_in(session: Any, purpose: str) -> tuple[str, int] | None:
    """Return whose `session` it is, and in which version; None when it is nobody's or over."""
    held = session.get(purpose)
    if not isinstance(held, list) or len(held) != 3:
        return None
    key, version, since = held
    is_over = timezone.now().timestamp() - since > SESSION_LASTS.total_seconds()
    return None if is_over else (key, version)


def end_session(session: Any, purpose: str) -> None:
    """Let `session` be nobody's any more."""
    session.pop(purpose, None)


def forget_links() -> int:
    """Delete the links of more than a week ago; return how many."""
    old = MailboxLink.objects.filter(made_at__lt=timezone.now() - LINKS_KEPT)
    return old.delete()[0]
