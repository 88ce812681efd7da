"""The forms of a proposer: news, and words against a refusal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.models import LONGEST_ALT, LONGEST_NEWS


class NewsForm(forms.Form):
    """A few words about the project; the picture is read apart, by the machinery of pictures."""

    text = forms.CharField(
        label=_("What is new?"),
        max_length=LONGEST_NEWS,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST_NEWS}),
        help_text=_("500 characters: what arrived, what was built, what is still missing."),
        error_messages={"required": _("Write a few words.")},
    )
    picture_alt = forms.CharField(
        label=_("What does the picture show? (not needed)"),
        max_length=LONGEST_ALT,
        required=False,
        help_text=_("In one sentence, for those who do not see it: “Three pots on a cargo bike.”"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
