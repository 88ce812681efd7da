"""Which state the dates and figures of a pledge call for: late by itself, kept by itself."""

from datetime import datetime, timedelta

from django.utils import timezone

from campaigns.enums import PledgeState
from campaigns.models import Pledge

# So long may a proof be late before the word counts as broken.
PATIENCE = timedelta(days=90)
# Nothing moves these by itself: steps that people take, or the end.
_STILL = (
    PledgeState.DRAFT,
    PledgeState.PROPOSED,
    PledgeState.COUNTERSIGNED,
    PledgeState.AMENDED,
    PledgeState.BROKEN,
)


def state_due(pledge: Pledge, now: datetime) -> PledgeState:
    """Return the state that `pledge` should be in at `now`.

    A running pledge runs until its end. Then it is kept when all that was unlocked is delivered,
    otherwise over; late from the day after the delivery was due; broken 90 days later, for good.
    """
    state = PledgeState(pledge.state)
    if state in _STILL or (
        state in (PledgeState.ACTIVE, PledgeState.CAPPED) and now < pledge.ends_at
    ):
        return state
    if pledge.delivered == pledge.unlocked:
        return PledgeState.SETTLED
    today = timezone.localdate(now)
    if today > pledge.delivery_due_on + PATIENCE:
        return PledgeState.BROKEN
    return PledgeState.LATE if today > pledge.delivery_due_on else PledgeState.EXPIRED


def move_to_state_due(pledge: Pledge, now: datetime) -> bool:
    """Set the state that is due on `pledge`, without saving it; say whether it changed."""
    due = state_due(pledge, now)
    if due == pledge.state:
        return False
    if pledge.closed_at is None:
        pledge.closed_at = now
    pledge.state = due
    return True
