"""What places that acts came from are called: told from above.

An act keeps a key of its place (`Act.host`): a site that shows the widget, a batch of codes, a
till, a declaration. Rooms above know most of them; one registers how to call them when its app is
ready.
"""

from collections.abc import Callable, Collection

# Given keys, returns the names of those it knows.
Namer = Callable[[Collection[str]], dict[str, str]]

_namers: list[Namer] = []


def register_namer(namer: Namer) -> None:
    """Let `namer` say what places are called."""
    _namers.append(namer)


def names_of_places(keys: Collection[str]) -> dict[str, str]:
    """Return the names of the places with these keys; a key that nobody knows is missing."""
    return {key: name for namer in _namers for key, name in namer(keys).items()}
