"""The form with which a team is opened or renamed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fundraising.models import LONGEST_TEAM_NAME


class TeamForm(forms.Form):
    """A name, and nothing else: the cause is that of the page."""

    name = forms.CharField(
        label=_("Name of the team"),
        max_length=LONGEST_TEAM_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Yours, not an organisation’s. Somebody of the team of this site reads it."),
        error_messages={"required": _("Write a name for the team.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
