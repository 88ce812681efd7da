"""Where a live answer can be watched again: told from above, by the room that keeps replays.

Fill it in AppConfig.ready. A place that is still to come holds the asker's mail back, so that the
mail can say where.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.models import Answer, Question


@dataclass(frozen=True, slots=True)
class Place:
    """The page that plays it, its address with the second, and the second as people write it."""

    title: str
    link: str
    second_written: str


PlaceOf = Callable[["Answer"], Place | None]
Awaits = Callable[["Question"], bool]
_rooms: list[tuple[PlaceOf, Awaits]] = []


def register_places(place_of: PlaceOf, awaits: Awaits) -> None:
    """Let `place_of` find where an answer is; `awaits` says that a question's will have a place."""
    if (place_of, awaits) not in _rooms:
        _rooms.append((place_of, awaits))


def forget_places(place_of: PlaceOf, awaits: Awaits) -> None:
    """Ask them no more."""
    _rooms.remove((place_of, awaits))


def place_of(answer: "Answer") -> Place | None:
    """Return where `answer` can be watched again, if somebody knows."""
    found = (find(answer) for find, _ in _rooms)
    return next((place for place in found if place is not None), None)


def is_place_awaited(question: "Question") -> bool:
    """Say whether the answer to `question` was given live and its replay is still to come."""
    return any(awaits(question) for _, awaits in _rooms)
