"""Put received acts into their table: one statement, without a model instance for each."""

import json
from collections.abc import Sequence

from django.db import connection

from audience.models import Act, Meter
from audience.received import RECEIVED, ReceivedAct

_COLUMNS = ("meter_id", *RECEIVED, "note")


def insert_acts(meter: Meter, acts: Sequence[ReceivedAct]) -> None:
    """Insert `acts` on `meter`. A broken unique constraint raises IntegrityError."""
    if not acts:
        return
    rows = [_values(meter.pk, act) for act in acts]
    quote = connection.ops.quote_name
    target = f"{quote(Act._meta.db_table)} ({', '.join(map(quote, _COLUMNS))})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Half the time of a statement that holds the values.
            with connection.wrap_database_errors, cursor.copy(f"COPY {target} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(_COLUMNS))
            cursor.executemany(f"INSERT INTO {target} VALUES ({places})", rows)


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
