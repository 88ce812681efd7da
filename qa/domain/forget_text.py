"""Forget a text's words wherever they were noted, when its author erases it."""

from typing import Any

from qa.models import Decision, Moderated, StopMatch

# All but the first two only some kinds have.
_WORDS = (
    *("words", "note", "title", "name", "organisation", "town", "for_whom", "story"),
    "picture_alt",
)


def forget_notes(text: Moderated) -> None:
    """Blank the words in the decisions about `text`, and forget what stop lists found in it.

    The decisions stay as a chain of dates and states.
    """
    StopMatch.objects.filter(kind=text.kind, subject_id=text.pk).delete()
    for decision in Decision.objects.filter(kind=text.kind, subject_id=text.pk):
        kept = Decision.objects.filter(pk=decision.pk)
        kept.update(before=_blank(decision.before), after=_blank(decision.after), note="")


def _blank(told: dict[str, Any]) -> dict[str, Any]:
    return {name: "" if name in _WORDS else value for name, value in told.items()}
