"""The chore that turns pledges over, late, broken or kept by themselves."""

from datetime import datetime

from django.utils import timezone
from wagtail.log_actions import log

from campaigns.domain.announce import announce
from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_state import move_to_state_due, state_due
from campaigns.enums import NewsEvent, PledgeState
from campaigns.models import Pledge

_WATCHED = (PledgeState.ACTIVE, PledgeState.CAPPED, PledgeState.EXPIRED, PledgeState.LATE)


def close_pledges(now: datetime | None = None) -> int:
    """Move each pledge whose time has come, and return how many moved.

    Running it twice, or in two workers at once, changes nothing more.
    """
    now = now or timezone.now()
    watched = Pledge.objects.filter(state__in=_WATCHED, ends_at__lte=now).order_by("pk")
    return sum(_move(pledge, now) for pledge in watched if state_due(pledge, now) != pledge.state)


def _move(pledge: Pledge, now: datetime) -> bool:
    with locked_pledge(pledge) as pledge:
        if not move_to_state_due(pledge, now):
            return False
        pledge.save(update_fields=["state", "closed_at"])
        announce(pledge, NewsEvent(pledge.state))
        log(instance=pledge, action=f"campaigns.pledge.{pledge.state}")
    return True
