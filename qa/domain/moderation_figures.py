"""How the team moderates, per month, for everybody.

A figure under ten is hidden, and the others are rounded down to tens (docs/adr/0012): of a month in
which one question was declined, the reason would be told about its asker. Anybody can count what is
shown, so the sum leaves out what is hidden: otherwise it would tell it.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.timesince import timesince

from campaigns.domain.reports.small_cells import LEAST, coarse
from qa.enums import PUBLIC_STATES, Action, RefusalReason, TextState
from qa.kinds import kinds
from qa.models import Decision, Moderated, Notice

MONTHS = 12
_DECIDING = (Action.APPROVE, Action.REJECT)


@dataclass(frozen=True, slots=True)
class Month:
    """What was received in a month and where it stands now; None where a figure is hidden.

    `reasons` are those declined, by reason. `waited`: half of those decided waited less.
    """

    starts_at: datetime
    received: int | None
    shown: int | None
    other: int | None
    reasons: list[tuple[str, int | None]]
    waited: timedelta | None
    undone: int | None
    appealed: int | None

    @property
    def waited_words(self) -> str:
        """How long half of them waited at most, like “3 hours”."""
        return timesince(self.starts_at, self.starts_at + (self.waited or timedelta()), depth=1)


def moderation_figures() -> list[Month]:
    """Return the last twelve months in which anything was written, the latest first."""
    states: dict[datetime, Counter[tuple[str, str]]] = defaultdict(Counter)
    for model in kinds():
        rows = _received(model).values_list("month", "state", "refused_for")
        for month, state, reason, number in rows.annotate(Count("pk")).order_by():
            states[month][state, reason if state == TextState.REJECTED else ""] += number
    waits_s, undone, appealed = _waits_s(), _undone(), _appealed()
    return [
        _month(month, states[month], waits_s[month], undone[month], appealed[month])
        for month in sorted(states, reverse=True)[:MONTHS]
    ]


def _month(
    starts_at: datetime,
    states: Counter[tuple[str, str]],
    waits_s: list[float],
    undone: int,
    appealed: int,
) -> Month:
    shown = sum(number for (state, _), number in states.items() if state in PUBLIC_STATES)
    declined = [states[TextState.REJECTED, reason] for reason in RefusalReason.values]
    other = states.total() - shown - sum(declined)
    labels = (str(label) for label in RefusalReason.labels)
    return Month(
        starts_at,
        coarse(sum(number for number in (shown, other, *declined) if number >= LEAST)),
        coarse(shown),
        coarse(other),
        [(label, coarse(number)) for label, number in zip(labels, declined, strict=True) if number],
        timedelta(seconds=median(waits_s)) if len(waits_s) >= LEAST else None,
        coarse(undone),
        coarse(appealed),
    )


def _waits_s() -> dict[datetime, list[float]]:
    """Return, by month, how many seconds each text waited for somebody's first decision."""
    waits_s: dict[datetime, list[float]] = defaultdict(list)
    for model in kinds():
        decided = Decision.objects.filter(
            kind=model.kind, action__in=_DECIDING, decided_at__gte=_since()
        )
        by_team = decided.exclude(decided_by=None).values_list("subject_id")
        first = dict(by_team.annotate(Min("decided_at")).order_by())
        rows = _received(model).values_list("pk", "month", "received_at")
        for pk, month, received_at in rows.iterator(chunk_size=2_000):
            if pk in first:
                waits_s[month].append((first[pk] - received_at).total_seconds())
    return waits_s


def _received(model: type[Moderated]) -> QuerySet[Any]:
    received = model._base_manager.filter(received_at__gte=_since(), **model.by_public)
    return received.annotate(month=TruncMonth("received_at"))


def _undone() -> Counter[datetime]:
    undone = Decision.objects.filter(action=Action.UNDO)
    months = undone.annotate(month=TruncMonth("decided_at")).values_list("month")
    return Counter(dict(months.annotate(Count("pk")).order_by()))


def _appealed() -> Counter[datetime]:
    appealed = Notice.objects.filter(redress_at__isnull=False)
    months = appealed.annotate(month=TruncMonth("redress_at")).values_list("month")
    found = Counter(dict(months.annotate(Count("pk")).order_by()))
    objected = Decision.objects.filter(action=Action.OBJECT)
    decided = objected.annotate(month=TruncMonth("decided_at")).values_list("month")
    found.update(dict(decided.annotate(Count("pk")).order_by()))
    return found


def _since() -> datetime:
    return timezone.now() - timedelta(days=31 * MONTHS)
