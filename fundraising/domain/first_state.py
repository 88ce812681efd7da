"""Whether the team reads something before it is shown, and which stop words hold it."""

from fundraising.models import CollectionSettings
from media.edition import kept
from qa.domain.stop_words import Found, find_stop_words
from qa.enums import Moderation, TextState


def is_read_before(*words: str) -> bool:
    """Say whether a person of the team has to read `words` before everybody does."""
    return first_state(words)[0] != TextState.APPROVED


def first_state(words: tuple[str, ...]) -> tuple[TextState, str, list[Found]]:
    """Return where a text with these words begins, the stop word that holds it, and all found."""
    found = find_stop_words(*words)
    held_for = next((one.word for one in found if one.holds), "")
    if held_for:
        return TextState.HELD, held_for, found
    is_shown = _moderation() == Moderation.AFTER
    return (TextState.APPROVED if is_shown else TextState.PENDING), "", found


def _moderation() -> str:
    # Not `load`, which would write a row because somebody reads a page.
    return kept(
        "collection_settings",
        lambda: (CollectionSettings.objects.first() or CollectionSettings()).moderation,
    )
