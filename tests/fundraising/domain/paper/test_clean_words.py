"""Nothing that is not seen stands on paper."""

import pytest

from fundraising.domain.paper.clean_words import clean_words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Zoe\u0301 Poireau", "Zoé Poireau"),
        ("1\u00a0234,50\u00a0€", "1\u00a0234,50\u00a0€"),
        ("eno\u202egami\u202c", "enogami"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("half \ud83e letter", "half  letter"),
        ("1 rue\r\n75011\tParis\n", "1 rue\n75011 Paris\n"),
    ],
)
def test_what_is_kept(typed, kept):
    assert clean_words(typed) == kept
