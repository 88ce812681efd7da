"""Lay texts that ask the same next to each other, so that somebody decides about them once."""

from collections.abc import Sequence
from typing import TypeVar

from qa.domain.similar_texts import Index
from qa.models import Moderated

T = TypeVar("T", bound=Moderated)
# Of a page of texts, which are all looked at anyway.
MOST_ALIKE = 40


def group_alike(texts: Sequence[T], language: str) -> list[list[T]]:
    """Return `texts` in groups that are alike; each group where its first text stood."""
    places = dict(enumerate(texts))
    index = Index(((place, text.fold) for place, text in places.items()), language)
    groups: list[list[T]] = []
    while places:
        place = next(iter(places))
        first = places.pop(place)
        alike = sorted(one for one in index.likest(first.words, MOST_ALIKE) if one in places)
        groups.append([first, *(places.pop(one) for one in alike)])
    return groups
