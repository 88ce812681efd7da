"""From which states an action can be taken on a public text, and which state it leads to."""

from dataclasses import dataclass

from qa.enums import PUBLIC_STATES, WAITING_STATES, Action, TextState

_ALL = frozenset(TextState)
_OVER = frozenset({TextState.WITHDRAWN, TextState.REMOVED})
# What the team works with: drafts are their authors' own.
_LIVING = _ALL - _OVER - {TextState.DRAFT}
_SHOWN = frozenset({TextState.APPROVED, TextState.READY})
_TURNED_AWAY = frozenset({TextState.REJECTED, TextState.HIDDEN})


@dataclass(frozen=True)
class Transition:
    """`comes_from` are the states in which it can be done; `leads_to` None leaves the state."""

    comes_from: frozenset[TextState]
    leads_to: TextState | None = None


BY_TEAM = {
    Action.APPROVE: Transition(WAITING_STATES | _TURNED_AWAY, TextState.APPROVED),
    Action.REJECT: Transition(WAITING_STATES | _SHOWN | {TextState.HIDDEN}, TextState.REJECTED),
    Action.HOLD: Transition(_SHOWN | _TURNED_AWAY, TextState.PENDING),
    Action.HIDE: Transition(_SHOWN | {TextState.ANSWERED}, TextState.HIDDEN),
    Action.EDIT: Transition(_LIVING),
    Action.LABEL: Transition(_LIVING),
    Action.STAR: Transition(_LIVING),
    Action.UNSTAR: Transition(_LIVING),
    Action.ASSIGN: Transition(_LIVING),
    Action.MERGE: Transition(WAITING_STATES | _SHOWN, TextState.MERGED),
    Action.UNMERGE: Transition(frozenset({TextState.MERGED}), TextState.PENDING),
    Action.READY: Transition(frozenset({TextState.APPROVED}), TextState.READY),
    Action.AIR: Transition(_SHOWN, TextState.ON_AIR),
    Action.BACK: Transition(frozenset({TextState.READY, TextState.ON_AIR}), TextState.APPROVED),
    Action.ANSWER: Transition(PUBLIC_STATES, TextState.ANSWERED),
    Action.REMOVE: Transition(_ALL - {TextState.REMOVED}, TextState.REMOVED),
    Action.RESTORE: Transition(frozenset({TextState.REMOVED}), TextState.PENDING),
    Action.FREEZE: Transition(_ALL),
    Action.THAW: Transition(_ALL),
}

BY_AUTHOR = {
    Action.EDIT: Transition(WAITING_STATES | {TextState.DRAFT}),
    Action.OBJECT: Transition(frozenset({TextState.REJECTED}), TextState.PENDING),
    Action.WITHDRAW: Transition(
        (_LIVING | {TextState.DRAFT}) - {TextState.ON_AIR}, TextState.WITHDRAWN
    ),
}
