"""Double entry: each line of the ledger moves a quantity from one account to the next.

    source → promised → unlocked → delivered

What leaves one account arrives in another, so that per unit all accounts add up to nothing. No
account but the source may fall below nothing: that is "unlocked ≤ promised, delivered ≤ unlocked".
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from django.db.models import QuerySet, Sum

from campaigns.enums import EntryKind
from campaigns.models import LedgerEntry


class Account(StrEnum):
    """Where a quantity stands."""

    SOURCE = "source"
    PROMISED = "promised"
    UNLOCKED = "unlocked"
    DELIVERED = "delivered"


MOVES = {
    EntryKind.PROMISED: (Account.SOURCE, Account.PROMISED),
    EntryKind.UNLOCKED: (Account.PROMISED, Account.UNLOCKED),
    EntryKind.DELIVERED: (Account.UNLOCKED, Account.DELIVERED),
}

Owner = tuple[int, str]  # pledge, unit


class Sums(NamedTuple):
    """How much was ever promised, unlocked and delivered, less what was taken back."""

    promised: int = 0
    unlocked: int = 0
    delivered: int = 0

    def plus(self, other: "Sums") -> "Sums":
        return Sums(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def move(kind: str, reverses: str) -> tuple[Account, Account]:
    """Return the accounts that an entry moves its quantity from and to.

    Raises ValueError for an entry that says neither what it is nor what it takes back.
    """
    if kind == EntryKind.REVERSED:
        to, source = MOVES.get(reverses, (None, None))  # type: ignore[call-overload]
        if to is None or source is None:
            raise ValueError("it takes back nothing that the ledger knows")
        return source, to
    if kind not in MOVES:
        raise ValueError(f"“{kind}” is no kind of entry")
    return MOVES[EntryKind(kind)]


@dataclass
class Books:
    """The balances of all accounts, one set for each pledge and unit."""

    balances: dict[Owner, dict[Account, int]] = field(
        default_factory=lambda: defaultdict(lambda: dict.fromkeys(Account, 0))
    )

    def post(self, owner: Owner, kind: str, reverses: str, quantity: int) -> Account | None:
        """Move a quantity. Return the account that now holds less than nothing, if one does."""
        source, to = move(kind, reverses)
        balance = self.balances[owner]
        balance[source] -= quantity
        balance[to] += quantity
        overdrawn = source != Account.SOURCE and balance[source] < 0
        return source if overdrawn else None

    def sums(self) -> dict[Owner, Sums]:
        """Return the sums of each pledge, in the order of pledges."""
        return {owner: _sums(balance) for owner, balance in sorted(self.balances.items())}


def books_of(entries: QuerySet[LedgerEntry]) -> Books:
    """Return the books of `entries`, added up by the database."""
    books = Books()
    rows = entries.order_by().values_list("pledge_id", "unit", "kind", "reverses")
    for pledge, unit, kind, reverses, quantity in rows.annotate(Sum("quantity")):
        books.post((pledge, unit), kind, reverses, int(quantity))
    return books


def sums_by_unit(sums: Iterable[tuple[Owner, Sums]]) -> dict[str, Sums]:
    """Return the sums of all pledges together, for each unit."""
    units: dict[str, Sums] = {}
    for (_, unit), one in sums:
        units[unit] = units.get(unit, Sums()).plus(one)
    return dict(sorted(units.items()))


def _sums(balance: dict[Account, int]) -> Sums:
    delivered = balance[Account.DELIVERED]
    unlocked = delivered + balance[Account.UNLOCKED]
    return Sums(unlocked + balance[Account.PROMISED], unlocked, delivered)
