"""What waits for the team, told from above: each room registers its own sources when it is ready.

Nothing waits unanswered: whatever a person of the team has to decide or do stands in one list, with
who takes care of it and since when it waits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from users.models import User


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that waits: what it is, where it is done, since when, for how long it may.

    `owner` is who takes care of it, where the source itself knows that (`Owners`).
    """

    key: str
    title: str
    link: str
    since: datetime
    within: timedelta
    owner: "User | None" = None


@dataclass(frozen=True, slots=True)
class Owners:
    """How a source that keeps the owners of its rows itself does so: there, and nowhere else.

    `field` is where a row has its owner. `hand_over(key, user, owner, seen)` changes it as
    `users.domain.hand_over` does, and raises what that raises.
    """

    field: str
    hand_over: Callable[[str, "User", "User | None", int | None], None]


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of work.

    `waiting` gives the rows that wait, the oldest first, with all that `entry` reads of one; a
    row's primary key is its entry's key. `may_see` says whose work it is. Without `owners` the
    inbox keeps who takes care of a row (`Charge`).
    """

    kind: str
    label: "_StrPromise"
    may_see: Callable[["User"], bool]
    waiting: Callable[[], QuerySet[Any]]
    entry: Callable[[Any], Entry]
    owners: Owners | None = None


_sources: dict[str, Source] = {}


def register_source(source: Source) -> None:
    """Let what waits in `source` stand in the inbox."""
    _sources[source.kind] = source


def forget_source(kind: str) -> None:
    """Let it stand there no more."""
    del _sources[kind]


def source_of(kind: str) -> Source | None:
    """Return the source of this kind."""
    return _sources.get(kind)


def sources_for(user: "User") -> list[Source]:
    """Return the sources that are this person's work."""
    return [source for source in _sources.values() if source.may_see(user)]
