"""Totals of rooms above that `manage.py recount` proves as well. Fill it in AppConfig.ready."""

from collections.abc import Callable
from dataclasses import dataclass

from campaigns.domain.ledger.recount import Difference


@dataclass(frozen=True, slots=True)
class Recounted:
    """What was counted again, in a few words, and the totals that differ."""

    what: str
    differences: list[Difference]


# Called with whether to mend what is derived.
Recounter = Callable[[bool], Recounted]
_recounters: list[Recounter] = []


def register_recounter(recounter: Recounter) -> None:
    """Have `recounter` called by each recount."""
    if recounter not in _recounters:
        _recounters.append(recounter)


def recount_others(write: bool) -> list[Recounted]:
    """Return what each registered recounter found."""
    return [recounter(write) for recounter in _recounters]
