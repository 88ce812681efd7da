"""Small decisions of the page templates."""

import pytest
from django.contrib.staticfiles.finders import find

from campaigns.domain.characters import CAST
from portal.templatetags.words import character_for, name_and_ending, starts_with


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("la cagette.tv", ("la cagette", ".tv")),
        ("a.b.c", ("a.b", ".c")),
        ("Potager", ("Potager", "")),
        (".tv", ("", ".tv")),
        ("", ("", "")),
    ],
)
def test_a_name_and_its_ending(name, parts):
    assert name_and_ending(name) == parts


@pytest.mark.parametrize(
    ("text", "beginning", "expected"),
    [("/a/b/", "/a/", True), ("/a/", "/b/", False), ("/a/", "", False), (None, "/a/", False)],
)
def test_starts_with(text, beginning, expected):
    assert starts_with(text, beginning) is expected


def test_every_character_is_drawn():
    assert {character_for(number) for number in range(100)} == {character_for(n) for n in range(9)}
    assert all(find(character_for(number)) for number in range(len(CAST)))
    assert character_for(None) == character_for(0)
