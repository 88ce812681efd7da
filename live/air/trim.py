"""Which of the aired segments a recording keeps."""

from collections.abc import Sequence

from live.air.manifest import Aired

_CLOCK_ERROR_S = 0.001


def kept(rows: Sequence[Aired], head_trim_s: float, tail_trim_s: float) -> Sequence[Aired]:
    """Return the rows that are not wholly cut: segments are not cut in two.

    The second at which the replay begins is so at most one segment before `head_trim_s`.
    """
    first, last = 0, len(rows)
    while first < last and rows[first].length_s <= head_trim_s + _CLOCK_ERROR_S:
        head_trim_s -= rows[first].length_s
        first += 1
    while last > first and rows[last - 1].length_s <= tail_trim_s + _CLOCK_ERROR_S:
        tail_trim_s -= rows[last - 1].length_s
        last -= 1
    return rows[first:last]
