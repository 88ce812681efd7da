"""The one act that a page of thanks leads to.

The rule: never the act just done, nor one that somebody is known to have done lately; of the
others, what the page is about comes first, then what takes the shortest, then the menu's order.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from campaigns.menu_of_acts import Here, MenuAct, all_acts


@dataclass(frozen=True, slots=True)
class NextAct:
    """An act of the menu, and where it is done."""

    act: MenuAct
    address: str


def next_act(done: str, here: Here, cookies: Mapping[str, str]) -> NextAct | None:
    """Return what to do after the act `done`, the key of one on the menu; None if nothing is left.

    `cookies` are those that the request has brought: none is set, and a page that everybody gets
    gives none.
    """
    for act, address in _offers(here):
        if act.key != done and not act.was_done(here, cookies):
            return NextAct(act, address)
    return None


def _offers(here: Here) -> list[tuple[MenuAct, str]]:
    near, far = [], []
    for act in all_acts():
        if address := act.look_here(here):
            near.append((act, address))
        elif address := act.look():
            far.append((act, address))
    near.sort(key=lambda offer: offer[0].span)
    far.sort(key=lambda offer: offer[0].span)
    return near + far
