"""What people can follow: told from above.

The audience knows neither campaigns nor sponsors. A room that has something to follow registers
its kind when its app is ready: how it is called in addresses, and how to find one.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to follow, as this request's language names it; all addresses are paths.

    `calendar` is the one of its dates, "" where it has none.
    """

    kind: str
    slug: str
    key: str
    title: str
    address: str
    feed: str
    calendar: str = ""


# Given a key, returns the subject in the active language; None when the public may not see it.
Finder = Callable[[str], Subject | None]

_finders: dict[str, Finder] = {}
_kinds: dict[str, str] = {}


def register_subjects(kind: str, slug: str, find: Finder) -> None:
    """Let people follow subjects of `kind`, at `/suivre/<slug>/<key>/`."""
    _finders[kind] = find
    _kinds[slug] = kind


def subject_of(kind: str, key: str) -> Subject | None:
    """Return the subject, or None when there is none that everybody may see."""
    find = _finders.get(kind)
    return find(key) if find else None


def subject_at(slug: str, key: str) -> Subject | None:
    """Return the subject that an address names, or None."""
    return subject_of(_kinds.get(slug, ""), key)
