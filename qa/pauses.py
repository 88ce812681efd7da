"""Who may stop the questions of a theme for a while, such as a programme that is on air.

A higher room fills it in AppConfig.ready. Only what is written asks: pages may be older.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.models import Theme

Pause = Callable[["Theme"], bool]
_pauses: list[Pause] = []


def register_pause(pause: Pause) -> None:
    """Let `pause(theme)` say whether the theme takes no questions now."""
    if pause not in _pauses:
        _pauses.append(pause)


def forget_pause(pause: Pause) -> None:
    """Ask `pause` no more."""
    _pauses.remove(pause)


def is_paused(theme: "Theme") -> bool:
    """Say whether anybody stops the questions of `theme` now."""
    return any(pause(theme) for pause in _pauses)
