"""The forms with which the team decides about a notice, and about a text by law."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qa.domain.rights import may
from qa.domain.transitions import BY_TEAM
from qa.enums import Action, NoticeVerdict, RefusalReason, TextState
from qa.models import Moderated
from users.models import User

_DEEDS = {
    NoticeVerdict.HIDE: Action.HIDE,
    NoticeVerdict.REJECT: Action.REJECT,
    NoticeVerdict.REMOVE: Action.REMOVE,
}


def verdicts_for(text: Moderated | None, user: User) -> list[NoticeVerdict]:
    """Return what `user` can decide about a notice of `text` as it stands now."""
    is_shown = text is not None and text.is_public
    found = [NoticeVerdict.KEEP if is_shown else NoticeVerdict.GONE]
    for verdict, action in _DEEDS.items():
        if text is None or not may(user, action):
            continue
        if TextState(text.state) in BY_TEAM[action].comes_from:
            found.append(verdict)
    return found


class ToAuthorForm(forms.Form):
    """What the author of a text reads when it is taken down."""

    reason = forms.ChoiceField(
        label=_("Reason, for the author"),
        choices=[("", "—"), *RefusalReason.choices],
        required=False,
        help_text=_("Needed when the text is declined or removed."),
    )
    note = forms.CharField(
        label=_("Note to the author"), max_length=300, required=False, widget=forms.TextInput
    )


class NoticeForm(ToAuthorForm):
    """A verdict and its reasons: one for who reported, one for who wrote."""

    verdict = forms.ChoiceField(label=_("Decision"), choices=(), widget=forms.RadioSelect)
    answer = forms.CharField(
        label=_("Why, for whoever reported it"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    field_order = ("verdict", "answer", "reason", "note")

    def __init__(self, *args: Any, verdicts: list[NoticeVerdict], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A verdict that did not fit any more still comes back as it was typed, and is refused.
        self.fields["verdict"].choices = [(one.value, one.label) for one in verdicts]  # type: ignore[attr-defined]


class WhyForm(forms.Form):
    """Why a text is frozen or released."""

    why = forms.CharField(
        label=_("Why, for the author"),
        max_length=300,
        widget=forms.TextInput,
        help_text=_("“Complaint of 3 May, until the court has decided”"),
    )
