"""Where a monthly gift stands, from all that was told: in whatever order, however often."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fundraising.enums import MonthlyEventKind, MonthlyState
from fundraising.models import RecurringEvent


@dataclass(frozen=True, slots=True)
class Standing:
    """Its state, when its first month was paid or it was told to have begun, and when it ended."""

    state: MonthlyState
    started_at: datetime | None
    ended_at: datetime | None


def fold_order(events: Iterable[RecurringEvent], paid_at: Iterable[datetime]) -> Standing:
    """Return where `events`, and months paid at `paid_at`, leave a standing order.

    An end is final: a month that is told of afterwards counts and revives nothing. A month that
    failed weighs until a later one, or the same one, is paid. What failed or was left before
    anything began has ended without beginning, unless it begins after all.
    """
    at: dict[str, list[datetime]] = {kind: [] for kind in MonthlyEventKind.values}
    for event in events:
        at[event.kind].append(event.occurred_at)
    paid = list(paid_at)
    started = min((*at[MonthlyEventKind.STARTED], *paid), default=None)
    failed = max(at[MonthlyEventKind.FAILED], default=None)
    if ended := min(at[MonthlyEventKind.ENDED], default=None):
        return Standing(MonthlyState.ENDED, started, ended)
    if started is None:
        given_up = min(
            (*at[MonthlyEventKind.CANCELLED], *([failed] if failed else [])), default=None
        )
        state = MonthlyState.ENDED if given_up else MonthlyState.PENDING
        return Standing(state, None, given_up)
    if failed is not None and failed > max(paid, default=started):
        return Standing(MonthlyState.PAST_DUE, started, None)
    return Standing(MonthlyState.ACTIVE, started, None)
