"""The edition of the site: a name that changes whenever its public face may have changed.

What is kept in a cache under the edition's name is forgotten at once when somebody publishes, takes
down, moves, guards or deletes a page, or changes the words and menus of the site.
"""

import time

from django.core.cache import cache
from django.db import transaction

_KEY = "edition"


def edition() -> str:
    """Return the name of the current edition."""
    return str(cache.get(_KEY) or _begin())


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
