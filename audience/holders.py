"""Whose the share codes of one holder are: told from above.

The audience knows a holder by a name that says nothing. The room that gave it registers, when its
app is ready, how to find what the team calls them, and who is called so.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

# Given holders, returns what the team calls those that are known.
Namer = Callable[[Collection[str]], Mapping[str, str]]
# Given a few words, returns up to so many holders whose names hold them.
Searcher = Callable[[str, int], Sequence[str]]

_rooms: dict[str, tuple[Namer, Searcher]] = {}


def register_holders(room: str, name: Namer, search: Searcher) -> None:
    """Let the team read whose the codes of the holders of `room` are."""
    _rooms[room] = (name, search)


def names_of_holders(holders: Collection[str]) -> dict[str, str]:
    """Return by holder what the team calls them; nobody asks for none."""
    found: dict[str, str] = {}
    if holders:
        for name, _search in _rooms.values():
            found.update(name(holders))
    return found


def holders_named(words: str, most: int) -> list[str]:
    """Return up to `most` holders of each room whose names hold `words`."""
    return [holder for _name, search in _rooms.values() for holder in search(words, most)]
