"""The days that a report is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """All days from the first to the last one, both included."""

    first: date
    last: date

    def __len__(self) -> int:
        return max(0, (self.last - self.first).days + 1)

    def __iter__(self) -> Iterator[date]:
        return (self.first + number * _DAY for number in range(len(self)))


def last_days(number: int, today: date) -> Period:
    """Return the `number` days that end with `today`."""
    return Period(today - (number - 1) * _DAY, today)
