"""An alias is cleaned, is nobody else's name, and begins where the stop lists let it."""

from ambassadors.models import LONGEST_ALIAS, Ambassador
from ambassadors.refusals import AliasEmpty, AliasNotYours, AliasTaken
from qa.domain.clean_words import clean_words
from qa.domain.fold import fold
from qa.domain.stop_words import Found, find_stop_words
from qa.domain.taken_names import is_taken_name
from qa.enums import TextState

_FEWEST_LETTERS = 2


def checked_alias(alias: str, but: Ambassador | None = None) -> str:
    """Return `alias` cleaned, if nobody `but` this ambassador has it.

    Raises AliasEmpty, AliasNotYours or AliasTaken.
    """
    words = clean_words(alias)[:LONGEST_ALIAS].strip()
    if len(fold(words).replace(" ", "")) < _FEWEST_LETTERS:
        raise AliasEmpty
    if is_taken_name(words):
        raise AliasNotYours(alias=words)
    others = Ambassador.objects.here().filter(fold=fold(words))
    if others.exclude(pk=but.pk if but else None).exists():
        raise AliasTaken(alias=words)
    return words


def first_state(alias: str) -> tuple[TextState, str, list[Found]]:
    """Return where `alias` begins, the stop word that holds it, and all that were found."""
    found = find_stop_words(alias)
    held_for = next((one.word for one in found if one.holds), "")
    return (TextState.HELD if held_for else TextState.APPROVED), held_for, found
