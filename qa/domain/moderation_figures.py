"""How the team moderates, per month, for everybody.

A figure under ten is hidden, and the others are rounded down to tens (docs/adr/0012): of a month in
which one question was declined, the reason would be told about its asker. Anybody can count what is
shown, so the sum leaves out what is hidden: otherwise it would tell it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Count, Min
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.timesince import timesince

from campaigns.domain.reports.small_cells import LEAST, coarse
from qa.enums import PUBLIC_STATES, Action, RefusalReason, TextState
from qa.models import Decision, Notice, Question

MONTHS = 12
_DECIDING = (Action.APPROVE, Action.REJECT)


@dataclass(frozen=True, slots=True)
class Month:
    """Questions received in a month and where they stand now; None where a figure is hidden.

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
    """Return the last twelve months in which anything was asked, the latest first."""
    asked = Question.objects.filter(received_at__gte=_since())
    rows = asked.annotate(month=TruncMonth("received_at")).values_list(
        "month", "state", "refused_for"
    )
    states: dict[datetime, Counter[tuple[str, str]]] = defaultdict(Counter)
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
    """Return, by month, how many seconds each question waited for somebody's first decision."""
    decided = Decision.objects.filter(
        kind=Question.kind, action__in=_DECIDING, decided_at__gte=_since()
    )
    by_team = decided.exclude(decided_by=None).values_list("subject_id")
    first = dict(by_team.annotate(Min("decided_at")).order_by())
    waits_s: dict[datetime, list[float]] = defaultdict(list)
    for pk, month, received_at in _received():
        if pk in first:
            waits_s[month].append((first[pk] - received_at).total_seconds())
    return waits_s


def _received() -> Iterator[tuple[int, datetime, datetime]]:
    asked = Question.objects.filter(received_at__gte=_since())
    rows = asked.annotate(month=TruncMonth("received_at"))
    yield from rows.values_list("pk", "month", "received_at").iterator(chunk_size=2_000)


def _undone() -> Counter[datetime]:
    undone = Decision.objects.filter(kind=Question.kind, action=Action.UNDO)
    months = undone.annotate(month=TruncMonth("decided_at")).values_list("month")
    return Counter(dict(months.annotate(Count("pk")).order_by()))


def _appealed() -> Counter[datetime]:
    appealed = Notice.objects.filter(kind=Question.kind, redress_at__isnull=False)
    months = appealed.annotate(month=TruncMonth("redress_at")).values_list("month")
    found = Counter(dict(months.annotate(Count("pk")).order_by()))
    objected = Decision.objects.filter(kind=Question.kind, action=Action.OBJECT)
    decided = objected.annotate(month=TruncMonth("decided_at")).values_list("month")
    found.update(dict(decided.annotate(Count("pk")).order_by()))
    return found


def _since() -> datetime:
    return timezone.now() - timedelta(days=31 * MONTHS)
