"""A few words to the presenter, who presses “seen”."""

from django.utils import timezone

from live.domain.rights import ensure_may_operate
from live.models import PresenterMessage, Run
from live.models.control import LONGEST_MESSAGE
from live.refusals import NothingWritten
from users.models import User


def message_presenter(run: Run, user: User, text: str) -> PresenterMessage:
    """Send `text` to the presenter of `run` and return the message.

    Raises MayNotOperate or NothingWritten.
    """
    ensure_may_operate(user)
    words = text.strip()[:LONGEST_MESSAGE]
    if not words:
        raise NothingWritten
    return PresenterMessage.objects.create(run=run, text=words, sent_by=user)


def see_message(run: Run, key: int) -> None:
    """Note that the presenter of `run` has seen a message. The first time counts."""
    unseen = PresenterMessage.objects.filter(run=run, pk=key, seen_at__isnull=True)
    unseen.update(seen_at=timezone.now())
