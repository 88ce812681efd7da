"""How long the site keeps an e-mail address that somebody left to be told of something.

The rule is published on the page “How we count”. Which addresses have served is known by the room
that asked for them; it calls this from a chore of its own.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

KEPT = timedelta(days=30)
# For what is never answered.
LONGEST = timedelta(days=365)
ROWS_AT_ONCE = 200

T = TypeVar("T", bound=Model)


def erase_addresses(
    rows: QuerySet[T],
    erase: Callable[[T], None],
    has_served: Callable[[T], bool] = lambda row: True,
) -> int:
    """Do `erase` to each of `rows`, those whose address has served; return to how many.

    `has_served` tells what the query cannot. Each row has a short transaction of its own, in which
    it is locked and asked for once more: what is brought back at this moment keeps its address.
    """
    erased, last = 0, 0
    # In portions, by key: nothing holds the table, and what stays is not met twice.
    while part := list(rows.filter(pk__gt=last).order_by("pk")[:ROWS_AT_ONCE]):
        erased += sum(_erase_one(rows, row.pk, erase) for row in part if has_served(row))
        last = part[-1].pk
    return erased


def _erase_one(rows: QuerySet[T], key: int, erase: Callable[[T], None]) -> bool:
    with transaction.atomic():
        row = rows.filter(pk=key).select_for_update(of=("self",)).first()
        if row is not None:
            erase(row)
    return row is not None
