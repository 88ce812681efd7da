"""The one field with which people follow something, or ask for a link to what is theirs."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FollowForm(forms.Form):
    """An e-mail address, and nothing else: no name, no password, no account."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages={
            "required": _("Write your e-mail address, so that we know where to write to."),
            "invalid": _("This is no e-mail address. It looks like “zoe@example.org”."),
        },
    )
