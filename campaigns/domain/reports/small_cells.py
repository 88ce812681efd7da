"""Hide figures so small that somebody might be recognised, and keep them from being computed.

The rule and its proof: docs/adr/0012-small-cells.md. What decides which further cell is hidden is
its place, never its size: a choice by size would itself tell something about the sizes.
"""

from collections.abc import Sequence

LEAST = 10


def hide_small(counts: Sequence[int], least: int = LEAST) -> list[int | None]:
    """Return the cells of a table whose sum everybody knows, the small ones as None.

    Where one is hidden, so is the next that is not small, in the order of the table (the first
    follows on the last): otherwise the sum would tell a single hidden cell. The other cells are
    rounded down to a multiple of `least`, so that the reports of two days do not tell it either.
    """
    hidden = {place for place, count in enumerate(counts) if count < least}
    if hidden:
        first, size = min(hidden), len(counts)
        following = ((first + step) % size for step in range(1, size))
        hidden.update([place for place in following if place not in hidden][:1])
    return [None if place in hidden else coarse(count, least) for place, count in enumerate(counts)]


def coarse(count: int, least: int = LEAST) -> int | None:
    """Return `count` rounded down to a multiple of `least`; None when it is smaller."""
    return count // least * least if count >= least else None
