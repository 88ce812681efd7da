"""Each page has its character, always the same."""

from django.contrib.staticfiles import finders

from campaigns.domain.characters import CAST, character_for


def test_all_are_drawn():
    assert all(finders.find(character_for(number)) for number in range(len(CAST)))
    assert character_for(len(CAST)) == character_for(0) == character_for(None)
