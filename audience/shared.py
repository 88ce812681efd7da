"""What people can tell others of: told from above.

The audience knows no pages. A room that has some registers its kind when its app is ready: how to
find one, which of its public ones have no share codes yet, and which are called so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shared:
    """Something public to tell others of; `address` is a path, in the subject's own language."""

    kind: str
    key: str
    title: str
    address: str
    meter_id: int | None = None


# Given a key, returns the subject; None when the public may not see it.
Finder = Callable[[str], Shared | None]
# Returns up to so many public subjects without codes, as (key, id of their meter).
Lister = Callable[[int], Sequence[tuple[str, int | None]]]
# Given a few words, returns up to so many keys of subjects whose names hold them.
Searcher = Callable[[str, int], Sequence[str]]

_finders: dict[str, Finder] = {}
_listers: dict[str, Lister] = {}
_searchers: dict[str, Searcher] = {}


def register_shared(kind: str, find: Finder, without_codes: Lister, search: Searcher) -> None:
    """Let people share subjects of `kind`."""
    _finders[kind] = find
    _listers[kind] = without_codes
    _searchers[kind] = search


def shared_of(kind: str, key: str) -> Shared | None:
    """Return the subject, or None when there is none that everybody may see."""
    find = _finders.get(kind)
    return find(key) if find else None


def listers() -> dict[str, Lister]:
    """Return by kind who lists the subjects that have no codes yet."""
    return dict(_listers)


def keys_named(words: str, most: int) -> dict[str, Sequence[str]]:
    """Return by kind the keys of up to `most` subjects each whose names hold `words`."""
    return {kind: search(words, most) for kind, search in _searchers.items()}
