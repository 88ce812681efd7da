"""Which pages have share cards, and what these show: told by the rooms that have the pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows. `figure` and `dated` stand on its tag; `character`: a static path.

    `moment` stands above the title: when it is.
    """

    title: str
    colour: str
    character: str
    site: str
    figure: str = ""
    dated: str = ""
    moment: str = ""


# Yields the key of each public page of a kind, with the card that it should have now.
Source = Callable[[], Iterable[tuple[str, Card]]]

_sources: dict[str, Source] = {}


def register_cards(kind: str, source: Source) -> None:
    """Let `source` say which cards pages of `kind` have."""
    _sources[kind] = source


def card_sources() -> dict[str, Source]:
    """Return the sources by kind."""
    return dict(_sources)
