"""Lines end at spaces, words that are wider than a line anywhere."""

import pytest

from fundraising.domain.paper.wrap_words import wrap_words


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("deux kilos", ["deux kilos"]),
        ("deux kilos de navets", ["deux kilos ", "de navets"]),
        ("1 rue\n75011 Paris", ["1 rue ", "75011 ", "Paris"]),
        ("anticonstitutionnel", ["anticonsti", "tutionnel"]),
        ("oh anticonstitutionnel !", ["oh ", "anticonsti", "tutionnel ", "!"]),
        ("dix\u00a0kilos de plus", ["dix\u00a0kilos ", "de plus"]),
        ("", [""]),
    ],
)
def test_ten_letters_a_line(text, lines):
    assert wrap_words(text, 10, len) == lines


def test_a_letter_wider_than_the_line_stands_alone():
    assert wrap_words("ab", 0.5, len) == ["a", "b"]
