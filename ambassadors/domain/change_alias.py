"""Change one's alias: the new one begins where the stop lists let it."""

from django.db import IntegrityError, transaction

from ambassadors.domain.check_alias import checked_alias, first_state
from ambassadors.models import Ambassador
from ambassadors.refusals import AliasTaken
from media.edition import new_edition
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.domain.fold import fold
from qa.domain.stop_words import note_stop_words
from qa.enums import Action, TextState

_TURNED_AWAY = frozenset({TextState.REJECTED, TextState.HIDDEN, TextState.REMOVED})


def change_alias(ambassador: Ambassador, alias: str) -> Ambassador:
    """Let the ambassador be called `alias` and return them as they are now.

    Whose alias the team took down is read by the team first. Raises TextFrozen or what
    `checked_alias` raises.
    """
    words = checked_alias(alias, but=ambassador)
    try:
        with transaction.atomic():
            one = locked(ambassador)
            ensure_not_frozen(one)
            if words == one.alias:
                return one
            before = one.told()
            state, one.held_for, found = first_state(words)
            is_read_first = state == TextState.APPROVED and one.state in _TURNED_AWAY
            one.state = TextState.PENDING if is_read_first else state
            one.alias, one.fold = words, fold(words)
            one.refused_for = one.note = ""
            changed = written(one, Action.EDIT, before, user=None)
            note_stop_words(changed, found)
    except IntegrityError as error:
        raise AliasTaken(alias=words) from error
    new_edition()
    return changed
