"""Add to rows that hold sums, whether they are there yet or not, in one statement."""

from collections.abc import Mapping, Sequence

from django.db import connection, models

_UPSERT = (
    "INSERT INTO {table} ({columns}) VALUES {rows} "
    "ON CONFLICT ({keys}) DO UPDATE SET {total} = {table}.{total} + excluded.{total}"
)
# SQLite takes 32,766 values in a statement.
ROWS_AT_ONCE = 1_000

Number = int | float


def add_to_sums(
    model: type[models.Model],
    keys: Sequence[str],
    total: str,
    amounts: Mapping[tuple, Number],
) -> None:
    """Add `amounts` to the column `total` of the rows of `model` that the columns `keys` name.

    `keys` must have a unique constraint; each key of `amounts` has their values in this order.
    """
    # Sorted, so that two processes lock the rows in the same order.
    rows = [(*key, amount) for key, amount in sorted(amounts.items())]
    quote = connection.ops.quote_name
    for first in range(0, len(rows), ROWS_AT_ONCE):
        part = rows[first : first + ROWS_AT_ONCE]
        statement = _UPSERT.format(
            table=quote(model._meta.db_table),
            columns=", ".join(quote(name) for name in (*keys, total)),
            keys=", ".join(quote(name) for name in keys),
            total=quote(total),
            rows=", ".join([f"({', '.join(['%s'] * (len(keys) + 1))})"] * len(part)),
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [value for row in part for value in row])
