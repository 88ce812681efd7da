"""The form with which owners tell news."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fundraising.models import LONGEST_NEWS


class NewsForm(forms.Form):
    """A few words; the picture is read apart, by the machinery of page pictures."""

    text = forms.CharField(
        label=_("What is new?"),
        max_length=LONGEST_NEWS,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST_NEWS}),
        help_text=_("500 characters: kilometres run, cake eaten, leeks delivered."),
        error_messages={"required": _("Write a few words.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
