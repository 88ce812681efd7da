"""Put received acts into their table: one statement, without a model instance for each."""

import json
from collections.abc import Sequence

from django.db import connection

from audience.models import Act, Meter
from audience.received import RECEIVED, ReceivedAct

_COLUMNS = ("meter_id", *RECEIVED, "note")
ROWS_AT_ONCE = 500


def insert_acts(meter: Meter, acts: Sequence[ReceivedAct]) -> None:
    """Insert `acts` on `meter`. A broken unique constraint raises IntegrityError."""
    quote = connection.ops.quote_name
    into = f"INSERT INTO {quote(Act._meta.db_table)} ({', '.join(map(quote, _COLUMNS))}) VALUES "
    row = f"({', '.join(['%s'] * len(_COLUMNS))})"
    with connection.cursor() as cursor:
        for first in range(0, len(acts), ROWS_AT_ONCE):
            part = acts[first : first + ROWS_AT_ONCE]
            values = [value for act in part for value in _values(meter.pk, act)]
            cursor.execute(into + ", ".join([row] * len(part)), values)


def _values(meter_id: int, act: ReceivedAct) -> tuple:
    adapt = connection.ops
    return (
        meter_id,
        act.kind,
        adapt.adapt_datefield_value(act.day),
        adapt.adapt_datetimefield_value(act.received_at),
        act.host,
        act.person,
        act.network,
        act.nonce,
        act.came_by,
        act.film,
        act.verdict,
        act.reason,
        act.number,
        json.dumps(act.gifts),
        "",
    )
