"""What proposers write, cleaned; and nobody writes in another's name."""

from dataclasses import dataclass, replace
from typing import Any

from projects.models import Project
from projects.refusals import NothingNeeded, NotYourName, ProposalEmpty
from qa.domain.clean_words import clean_words, says_something
from qa.domain.stop_words import Found, find_stop_words
from qa.domain.taken_names import is_taken_name
from qa.enums import TextState

_ONE_LINE = ("title", "town", "for_whom", "need", "goods", "name", "organisation")
_NEEDED = ("title", "town", "for_whom", "need", "name", "story")


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """What a project says. `quantity` is in `unit`, None where nobody counted."""

    title: str
    field: str
    town: str
    for_whom: str
    need: str
    story: str
    name: str
    organisation: str = ""
    quantity: int | None = None
    unit: str = "item"
    goods: str = ""


def checked_words(words: ProjectWords) -> ProjectWords:
    """Return `words` cleaned. Raises ProposalEmpty, NotYourName or NothingNeeded."""
    cleaned: dict[str, Any] = {name: clean_words(getattr(words, name)) for name in _ONE_LINE}
    cleaned["story"] = _paragraphs(words.story)
    if not all(says_something(cleaned[name]) for name in _NEEDED):
        raise ProposalEmpty
    if is_taken_name(cleaned["name"]):
        raise NotYourName(name=cleaned["name"])
    if words.quantity == 0:
        raise NothingNeeded
    return replace(words, **cleaned)


def first_state(words: ProjectWords | Project) -> tuple[TextState, str, list[Found]]:
    """Return where a project begins, the stop word that holds it, and all that were found.

    Each is read before it is shown: somebody could be harmed by one that is not what it says.
    """
    found = find_stop_words(*(getattr(words, name) for name in (*_ONE_LINE, "story")))
    held_for = next((one.word for one in found if one.holds), "")
    return (TextState.HELD if held_for else TextState.PENDING), held_for, found


def _paragraphs(text: str) -> str:
    parts = (clean_words(line) for line in text.splitlines())
    return "\n\n".join(part for part in parts if part)
