"""Sizes in words."""

import pytest
from django.utils.translation import override

from media.domain.sizes import size_label


@pytest.mark.parametrize(
    ("size_bytes", "label"),
    [(0, "0 bytes"), (999, "999 bytes"), (640_000, "640 kB"), (1_884_311, "1.9 MB")]
    + [(999_960_000, "1,000.0 MB"), (2.4e9, "2.4 GB")],
)
def test_sizes(size_bytes, label):
    with override("en"):
        assert size_label(size_bytes) == label
