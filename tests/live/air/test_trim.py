"""What a trimmed recording keeps: whole segments."""

import pytest

from live.air.trim import kept
from tests.live.air.test_manifest import row

ROWS = [row(n) for n in range(1, 11)]


@pytest.mark.parametrize(
    ("head_s", "tail_s", "numbers"),
    [
        (0, 0, range(1, 11)),
        (2, 0, range(3, 11)),
        (2.4, 0.9, range(3, 11)),
        (0, 3, range(1, 8)),
        (0.9999, 1.0001, range(2, 10)),
        (99, 0, range(0)),
        (6, 6, range(0)),
    ],
)
def test_segments_wholly_cut_are_gone(head_s, tail_s, numbers):
    assert [r.number for r in kept(ROWS, head_s, tail_s)] == list(numbers)
