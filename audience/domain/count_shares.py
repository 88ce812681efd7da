"""Count that share links were pressed: sums per day, once per person and day where one is known.

What is counted is that somebody pressed a link, not that they told anybody: only they know.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from audience.domain.sums import ROWS_AT_ONCE, add_to_sums
from audience.models import DailyShares, ShareCode, ShareMark


@dataclass(frozen=True, slots=True)
class SharePress:
    """One press. `person`: the hash of who acted here before, or "" where nobody is known."""

    code: str
    day: date
    person: str = ""


def count_shares(presses: Sequence[SharePress]) -> list[bool]:
    """Write `presses`; return for each whether its code exists. All are committed."""
    with transaction.atomic():
        names = {press.code for press in presses}
        codes = dict(
            ShareCode.objects.filter(code__in=names, revoked_at=None).values_list("code", "pk")
        )
        found = [press for press in presses if press.code in codes]
        sums = Counter((codes[press.code], press.day) for press in found if not press.person)
        marks = {(codes[press.code], press.day, press.person) for press in found if press.person}
        sums.update(_first_ones(sorted(marks)))
        add_to_sums(DailyShares, ("code_id", "day"), "count", sums)
    return [press.code in codes for press in presses]


def _first_ones(marks: Sequence[tuple[int, date, str]]) -> list[tuple[int, date]]:
    """Insert `marks`; return code and day of those that were not there, whoever inserts besides."""
    quote = connection.ops.quote_name
    columns = ("code_id", "day", "person")
    names = ", ".join(map(quote, columns))
    into = f"INSERT INTO {quote(ShareMark._meta.db_table)} ({names}) VALUES "
    found: list[tuple[int, date]] = []
    for first in range(0, len(marks), ROWS_AT_ONCE):
        part = marks[first : first + ROWS_AT_ONCE]
        rows = ", ".join(["(%s, %s, %s)"] * len(part))
        statement = f"{into}{rows} ON CONFLICT DO NOTHING RETURNING code_id, day"
        with connection.cursor() as cursor:
            cursor.execute(statement, [value for mark in part for value in mark])
            found += [(code, _as_date(day)) for code, day in cursor.fetchall()]
    return found


def _as_date(day: date | str) -> date:
    """SQLite returns days as they are written."""
    return date.fromisoformat(day) if isinstance(day, str) else day
