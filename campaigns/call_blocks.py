"""Calls to action as editors attach them: what is asked for, when, of whom, from when to when."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from campaigns.call_acts import act_choices, act_named
from campaigns.enums import CallAudience, Moment
from media.timecode import parse_timecode

MOST_CALLS = 8


class CallBlock(blocks.StructBlock):
    """One call. What is left empty is filled with the usual words of its act."""

    act = blocks.ChoiceBlock(label=_("What you ask for"), choices=act_choices)
    moment = blocks.ChoiceBlock(label=_("When"), choices=Moment.choices, default=Moment.END)
    at = blocks.CharBlock(
        label=_("At (minutes:seconds)"),
        required=False,
        max_length=9,
        help_text=_("Only for “at a second of the film”: 1:20."),
    )
    sentence = blocks.CharBlock(
        label=_("Sentence"),
        required=False,
        max_length=140,
        help_text=_("What stands before the button. Empty: the usual sentence."),
    )
    label = blocks.CharBlock(label=_("Words on the button"), required=False, max_length=40)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.URLBlock(label=_("or address elsewhere"), required=False)
    audience = blocks.ChoiceBlock(
        label=_("For whom"), choices=CallAudience.choices, default=CallAudience.EVERYBODY
    )
    starts_on = blocks.DateBlock(label=_("From"), required=False)
    ends_on = blocks.DateBlock(label=_("Until"), required=False)

    class Meta:
        icon = "pick"
        label = _("Call to action")
        label_format = "{act} – {sentence}"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        faults = {**_when_faults(cleaned), **_target_faults(cleaned)}
        if faults:
            raise blocks.StructBlockValidationError(
                {name: ValidationError(sentence) for name, sentence in faults.items()}
            )
        return cleaned


class CallsBlock(blocks.StreamBlock):
    """The calls of a page, in the order in which they are made."""

    call = CallBlock()

    class Meta:
        max_num = MOST_CALLS


def _when_faults(value: Any) -> dict[str, Any]:
    faults: dict[str, Any] = {}
    if value["moment"] == Moment.AT_SECOND:
        try:
            parse_timecode(value["at"] or "")
        except ValueError:
            faults["at"] = _("Write the time in the film as minutes and seconds, such as 1:20.")
    elif value["at"]:
        faults["at"] = _("This moment has no time of its own: leave the field empty.")
    starts_on, ends_on = value["starts_on"], value["ends_on"]
    if starts_on and ends_on and ends_on < starts_on:
        faults["ends_on"] = _("The last day lies before the first.")
    return faults


def _target_faults(value: Any) -> dict[str, Any]:
    act = act_named(value["act"])
    targets = bool(value["page"]) + bool(value["address"])
    if act and act.has_target and targets != 1:
        return {"page": _("Choose a page or give an address: one of the two.")}
    if act and not act.has_target and targets:
        return {"page": _("This act knows where it leads: leave page and address empty.")}
    return {}
