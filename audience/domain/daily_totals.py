"""Keep the totals true: in the transaction that writes acts, or made anew from them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from audience.domain.sums import add_to_sums
from audience.enums import Verdict
from audience.models import Act, DailyTotal, Meter
from audience.received import ReceivedAct

_KEYS = ("meter_id", "day", "kind", "host", "verdict", "reason")


def add_to_totals(meter: Meter, acts: Iterable[Act | ReceivedAct], sign: int = 1) -> None:
    """Add `acts` to the day's totals and to the meter's, whose row the caller has locked.

    `sign` −1 takes them away: when a verdict changes, the old one goes and the new one comes.
    """
    groups = Counter((act.day, act.kind, act.host, act.verdict, act.reason) for act in acts)
    if groups:
        add_numbers(meter, {group: sign * count for group, count in groups.items()})


def add_numbers(meter: Meter, numbers: Mapping[tuple, int]) -> None:
    """Add `numbers`, by (day, kind, host, verdict, reason), to the same totals."""
    amounts = {(meter.pk, *group): count for group, count in numbers.items()}
    add_to_sums(DailyTotal, _KEYS, "count", amounts)
    for (*_, verdict, _reason), count in numbers.items():
        name = Verdict(verdict).value
        setattr(meter, name, getattr(meter, name) + count)
    meter.version += 1
    meter.save(update_fields=["counted", "refused", "to_verify", "taken_back", "version"])
