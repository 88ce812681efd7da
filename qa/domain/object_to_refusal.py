"""Object, as its author, to one's text being declined: once, and somebody else looks at it."""

from qa.domain.decide import T, decide
from qa.enums import Action, TextState
from qa.models import Moderated
from qa.refusals import NothingToObjectTo, ObjectionMissing

LONGEST_OBJECTION = 500


def may_object_to_refusal(text: Moderated) -> bool:
    """Say whether the author of `text` can object now."""
    return text.state == TextState.REJECTED and not text.objection


def object_to_refusal(text: T, words: str) -> T:
    """Keep the objection and return the text, which waits again.

    Raises ObjectionMissing, NothingToObjectTo or a DecisionRefused.
    """
    words = words.strip()[:LONGEST_OBJECTION]
    if not words:
        raise ObjectionMissing
    if not may_object_to_refusal(text):
        raise NothingToObjectTo
    return decide(text, Action.OBJECT, user=None, seen=text.version, objection=words)
