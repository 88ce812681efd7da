"""Which pages have cards is told by their rooms."""

from campaigns.card_sources import card_sources


def test_all_kinds_are_told():
    assert set(card_sources()) == {"campaign", "episode", "theme"}
    card_sources().clear()
    assert card_sources()
