"""What a contract gives for so many acts: the arithmetic of pledges, and nothing else.

All quantities are whole numbers of the pledge's unit (grams, millilitres, items, cents).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from campaigns.enums import ClauseKind


@dataclass(frozen=True, slots=True)
class Term:
    """One clause. `acts`: from how many acts a threshold gives; `cap`: the most a clause gives."""

    kind: str
    quantity: int
    acts: int = 0
    cap: int | None = None

    def given(self, tally: int) -> int:
        """Return what this clause gives for `tally` acts; a match gives nothing by itself."""
        if self.kind == ClauseKind.BASE:
            return self.quantity
        if self.kind == ClauseKind.THRESHOLD:
            return self.quantity if tally >= self.acts else 0
        if self.kind == ClauseKind.PER_ACT:
            full = self.quantity * tally
            return full if self.cap is None else min(full, self.cap)
        return 0

    def matched(self, given: int) -> int:
        """Return what a match of `quantity` percent adds to what the acts gave."""
        full = given * self.quantity // 100
        return full if self.cap is None else min(full, self.cap)


@dataclass(frozen=True, slots=True)
class Terms:
    """A whole contract: its clauses under one cap."""

    clauses: tuple[Term, ...]
    cap: int

    def units(self, tally: int) -> int:
        """Return what `tally` acts unlock: never less for more acts, never more than the cap."""
        by_acts = sum(one.given(tally) for one in self.clauses if one.kind != ClauseKind.BASE)
        outright = sum(one.given(0) for one in self.clauses if one.kind == ClauseKind.BASE)
        matches = (one for one in self.clauses if one.kind == ClauseKind.MATCH)
        return min(self.cap, outright + by_acts + sum(one.matched(by_acts) for one in matches))

    def gift(self, number: int) -> int:
        """Return what the act with this number, counted from 1, adds."""
        return self.units(number) - self.units(number - 1)

    @property
    def reachable(self) -> int:
        """The most that acts can ever unlock; below the cap when the clauses stop earlier."""
        return self.units(self.acts_to_the_end)

    @property
    def acts_to_the_end(self) -> int:
        """The smallest number of acts after which no act adds anything any more."""
        enough = max([one.acts for one in self.clauses], default=0)
        for one in self.clauses:
            if one.kind == ClauseKind.PER_ACT and one.quantity:
                limit = self.cap if one.cap is None else min(one.cap, self.cap)
                enough = max(enough, -(-limit // one.quantity))
        top = self.units(enough)
        low, high = 0, enough
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.units(middle) == top else (middle + 1, high)
        return low


def terms_from(clauses: Iterable[tuple[str, int, int | None, int | None]], cap: int) -> Terms:
    """Return the terms of rows (kind, quantity, acts, cap)."""
    return Terms(
        tuple(Term(kind, quantity, acts or 0, most) for kind, quantity, acts, most in clauses), cap
    )
