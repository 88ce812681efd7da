"""The form with which news are told."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from qa.models import LONGEST_ALT, LONGEST_NEWS


class ToldNewsForm(forms.Form):
    """A few words; the picture is read apart, by the machinery of pictures.

    `text_help` says what may be told.
    """

    text_help: ClassVar[str | Promise] = ""

    text = forms.CharField(
        label=_("What is new?"),
        max_length=LONGEST_NEWS,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST_NEWS}),
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
        self.fields["text"].help_text = str(self.text_help)
