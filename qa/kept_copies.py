"""Where copies of public pages are kept, and how each is emptied. Fill it in AppConfig.ready.

A text that the law forbids must be gone from every public byte at once, not when a cache runs out.
Whoever keeps what the public reads for more than a moment says here how it is forgotten.
"""

from collections.abc import Callable

_clearers: dict[str, Callable[[], None]] = {}


def clear_on_removal(name: str, clear: Callable[[], None]) -> None:
    """Call `clear` whenever a text is removed. `name` is what the decision says was emptied.

    It is called inside the decision's transaction, so it must also see to the time after it.
    """
    _clearers[name] = clear


def forget_copies(name: str) -> None:
    """Call the clearer of this name no more."""
    del _clearers[name]


def clear() -> list[str]:
    """Empty all of them, and return their names."""
    for empty in _clearers.values():
        empty()
    return list(_clearers)
