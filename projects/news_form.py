"""The forms of a proposer: news, and words against a refusal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.models import LONGEST_NEWS


class NewsForm(forms.Form):
    """A few words about the project."""

    text = forms.CharField(
        label=_("What is new?"),
        max_length=LONGEST_NEWS,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST_NEWS}),
        help_text=_("500 characters: what arrived, what was built, what is still missing."),
        error_messages={"required": _("Write a few words.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
