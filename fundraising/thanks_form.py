"""The form with which owners thank those who gave."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fundraising.models import LONGEST_THANKS


class ThanksForm(forms.Form):
    """A few words."""

    words = forms.CharField(
        label=_("Your thanks"),
        max_length=LONGEST_THANKS,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_THANKS}),
        help_text=_(
            "Who left an address gets it by mail, from us; the others read it on the page of their "
            "gift. You see no addresses, and no answer comes back."
        ),
        error_messages={"required": _("Write a few words.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
