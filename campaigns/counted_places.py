"""Whose acts a meter counts: a campaign's, or something of a higher room's.

A room that has meters of its own registers how to find the page of one when its app is ready:
then its buttons work without JavaScript, and its receipts lead back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from audience.enums import ActKind


@dataclass(frozen=True, slots=True)
class CountedPlace:
    """What acts are counted for. `address` and `follow` are paths, "" where there is none.

    `kinds` are the acts that have a button there; `thanks` is said where an act gives no goods;
    `menu_key` is how the menu of acts calls them.
    """

    title: str
    address: str
    follow: str = ""
    thanks: str = ""
    kinds: tuple[str, ...] = (ActKind.CLICK.value, ActKind.LIKE.value)
    menu_key: str = ""
    is_campaign: bool = False


# Given the id of a meter: what it counts for, None when it is not this room's or nobody may see it.
Finder = Callable[[int], CountedPlace | None]

_finders: list[Finder] = []


def register_counted(find: Finder) -> None:
    """Let `find` say what a meter counts for."""
    if find not in _finders:
        _finders.append(find)


def counted_place(meter_id: int) -> CountedPlace | None:
    """Return what a meter of a higher room counts for, or None."""
    return next((place for find in _finders if (place := find(meter_id)) is not None), None)
