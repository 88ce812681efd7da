"""Remove texts by law, out of every public byte at once, and find those that say the same."""

from collections.abc import Iterable

from django.db import transaction

from qa.domain.decide import T, decide
from qa.enums import Action, TextState
from qa.kinds import kinds
from qa.models import Moderated
from qa.refusals import DecisionRefused
from users.models import User

MOST_EQUALS = 200


def remove_everywhere(
    text: T, user: User, *, reason: str, note: str = "", seen: int | None = None
) -> T:
    """Remove `text` and return it. Copies in caches are emptied, and its Decision says which.

    Its author reads `reason` and `note`. Raises a DecisionRefused.
    """
    return decide(text, Action.REMOVE, user=user, seen=seen, reason=reason, note=note)


def equal_texts(text: Moderated) -> list[Moderated]:
    """Return the texts of all kinds that say the same, letter for letter, and are not removed."""
    if not text.fold:
        return []
    found: list[Moderated] = []
    for model in kinds():
        same = model._base_manager.filter(fold=text.fold).exclude(state=TextState.REMOVED)
        found += (one for one in same.order_by("pk")[:MOST_EQUALS] if one != text)
    return found


def remove_equals(
    text: Moderated, user: User, chosen: Iterable[tuple[str, int, int]]
) -> tuple[int, list[DecisionRefused]]:
    """Remove those of `text`'s equals that were chosen: (kind, key, version that was seen).

    `text` was removed before; its reason and note hold for them too. Returns how many were removed,
    and why others were not: somebody else was faster.
    """
    equals = {(one.kind, one.pk): one for one in equal_texts(text)}
    removed, refusals = 0, []
    for kind, pk, seen in chosen:
        one = equals.get((kind, pk))
        if one is None:
            continue
        try:
            with transaction.atomic():
                remove_everywhere(one, user, reason=text.refused_for, note=text.note, seen=seen)
            removed += 1
        except DecisionRefused as refusal:
            refusals.append(refusal)
    return removed, refusals
