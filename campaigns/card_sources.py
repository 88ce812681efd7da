"""Which pages have share cards, and what these show: told by the rooms that have the pages."""

from collections.abc import Callable, Iterable

from campaigns.domain.cards.draw_card import Card

# Yields the key of each public page of a kind, with the card that it should have now.
Source = Callable[[], Iterable[tuple[str, Card]]]

_sources: dict[str, Source] = {}


def register_cards(kind: str, source: Source) -> None:
    """Let `source` say which cards pages of `kind` have."""
    _sources[kind] = source


def card_sources() -> dict[str, Source]:
    """Return the sources by kind."""
    return dict(_sources)
