"""Which pages have cards is told by their rooms."""

from campaigns.card_sources import card_sources


def test_all_kinds_are_told():
    told = {"campaign", "collection", "episode", "live", "project", "question", "quote", "team"}
    told |= {"theme"}
    assert set(card_sources()) == told
    card_sources().clear()
    assert card_sources()
