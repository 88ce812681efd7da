"""The form with which a firm offers to become a project's godparent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.models.offer import LONGEST_WORDS


class OfferForm(forms.Form):
    """A firm, who speaks for it, and what it would give."""

    firm = forms.CharField(
        label=_("Your firm or organisation"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": _("Write the name of your firm.")},
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name: a firm answers through a named person.")},
    )
    title = forms.CharField(
        label=_("Your function there"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
        error_messages={"required": _("Write what you do there.")},
    )
    words = forms.CharField(
        label=_("What would you give, and by when?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST_WORDS}),
        help_text=_("This binds nobody yet: the pledge does, once both sides have signed it."),
        error_messages={"required": _("Write in a sentence what you would give.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address at the firm"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_("The link that sends your offer goes there. Only the team reads it."),
        error_messages={
            "required": _("Write your e-mail address: the link goes there."),
            "invalid": _("This is no e-mail address. It looks like “zoe@example.org”."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
