"""Keep the totals true: in the transaction that writes acts, or made anew from them."""

from collections import Counter
from collections.abc import Iterable

from django.db import connection

from audience.enums import Verdict
from audience.models import Act, DailyTotal, Meter

_COLUMNS = ("meter_id", "day", "kind", "host", "verdict", "reason", "count")
_UPSERT = (
    "INSERT INTO {table} ({columns}) VALUES {rows} "
    "ON CONFLICT (meter_id, day, kind, host, verdict, reason) "
    "DO UPDATE SET count = {table}.count + excluded.count"
)


def add_to_totals(meter: Meter, acts: Iterable[Act], sign: int = 1) -> None:
    """Add `acts` to the day's totals and to the meter's, whose row the caller has locked.

    `sign` −1 takes them away: when a verdict changes, the old one goes and the new one comes.
    """
    groups = Counter((act.day, act.kind, act.host, act.verdict, act.reason) for act in acts)
    if not groups:
        return
    # Sorted, so that two processes lock the rows in the same order.
    rows = [(meter.pk, *group, sign * count) for group, count in sorted(groups.items())]
    statement = _UPSERT.format(
        table=DailyTotal._meta.db_table,
        columns=", ".join(f'"{name}"' if name == "count" else name for name in _COLUMNS),
        rows=", ".join([f"({', '.join(['%s'] * len(_COLUMNS))})"] * len(rows)),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for row in rows for value in row])
    for (*_, verdict, _reason), count in groups.items():
        name = {Verdict.COUNTED: "counted", Verdict.REFUSED: "refused"}.get(verdict, "to_verify")
        setattr(meter, name, getattr(meter, name) + sign * count)
    meter.version += 1
    meter.save(update_fields=["counted", "refused", "to_verify", "version"])
