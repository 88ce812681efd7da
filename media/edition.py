"""The edition of the site: a name that changes whenever its public face may have changed.

What is kept in a cache under the edition's name is forgotten at once when somebody publishes, takes
down, moves, guards or deletes a page, or changes the words and menus of the site.
"""

import time
from collections.abc import Callable
from typing import TypeVar, cast

from django.core.cache import cache
from django.db import transaction

T = TypeVar("T")
_KEY = "edition"
_KEPT_S = 15


def edition() -> str:
    """Return the name of the current edition."""
    return str(cache.get(_KEY) or _begin())


def kept(name: str, build: Callable[[], T]) -> T:
    """Return what `build` gave for `name` in this edition, 15 s ago at most.

    So late is seen what another process, with a cache of its own, changes. What hangs on the
    reader's language, or on a count, says so in its name. If `build` raises, nothing is kept.
    """
    return cast(T, cache.get_or_set(f"{name}:{edition()}", build, _KEPT_S))


def new_edition() -> None:
    """Begin a new edition, now and once more when the change is committed.

    Now, so that the rest of this transaction reads fresh; at the commit, because meanwhile another
    request may have kept what it read before.
    """
    _begin()
    transaction.on_commit(_begin)


def _begin() -> str:
    name = f"{time.time_ns():x}"
    cache.set(_KEY, name, None)
    return name
