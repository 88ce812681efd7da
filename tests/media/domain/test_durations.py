"""Lengths of films as people say them."""

import pytest
from django.utils import translation

from media.domain.durations import duration_label


@pytest.mark.parametrize(
    ("duration_s", "label"),
    [
        (None, "0 s"),
        (0, "0 s"),
        (38.4, "38 s"),
        (59.6, "1 min 00"),
        (102, "1 min 42"),
        (3599.5, "1 h 00"),
        (3900, "1 h 05"),
        (36_000, "10 h 00"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_labels(duration_s, label, language):
    with translation.override(language):
        assert duration_label(duration_s).replace("\xa0", " ").replace("\u202f", " ") == label
