"""The words that the control room's script puts on the screen, in its person's language."""

from typing import Any

from django.utils.translation import gettext as _

from live.enums import EntryState, Outcome, SegmentKind, Verb


def control_words() -> dict[str, Any]:
    """Return the words by what they are for."""
    return {
        "kinds": {value: str(label) for value, label in SegmentKind.choices},
        "states": {value: str(label) for value, label in EntryState.choices},
        "outcomes": {value: str(label) for value, label in Outcome.choices},
        "verbs": {value: str(label) for value, label in Verb.choices},
        "lights": {"live": _("live"), "late": _("silent"), "off": _("off")},
        "nothing_now": _("Nothing on air yet"),
        "nothing_next": _("Nothing: the end"),
        "no_question": _("No question on air"),
        "removed": _("Taken from the public meanwhile: put it back."),
        "left": _("left"),
        "over": _("over time"),
        "late": _("late"),
        "early": _("early"),
        "on_time": _("on time"),
        "on_air": _("On air"),
        "rehearsal": _("Rehearsal"),
        "slate": _("Slate"),
        "interrupted": _("Interrupted"),
        "held": _("On hold"),
        "over_now": _("Ended"),
        "unsaid": _("sent"),
        "seen": _("seen"),
        "for": _("for"),
        "nobody_else": _("You are alone here"),
        "offline": _("No connection. Nothing was sent; what you typed is kept. We try again."),
        "lost": _("You are logged out, or may not see this any more. Load the page again."),
        "choose_line": _("Choose a line first."),
        "choose_question": _("Choose a question first."),
        "call": _("On viewers’ screens: TITLE"),
        "quoted": _("“TITLE”"),
        "ends": _("ends at about HOUR"),
        "votes": _("votes"),
        "queue_empty": _("No question is ready."),
        "theme_empty": _("No question waits here."),
        "link": _("Copy it now: it is shown once, and opens for twelve hours."),
    }
