"""The form with which people ask: one field; a name and an address only if they wish."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qa.enums import Naming
from qa.models import LONGEST_QUESTION, Question, Theme


class AskForm(forms.ModelForm):
    """A question to a theme."""

    class Meta:
        model = Question
        fields = ("text", "name", "email")
        labels = {
            "text": _("Your question"),
            "name": _("Your name or first name, if you wish"),
            "email": _("Your e-mail address, if we are to tell you when it is answered"),
        }
        help_texts = {
            "email": _(
                "One mail when the answer is there, and nothing else. The address is never shown, "
                "and erased a month later. Under 15? Give a parent’s, with their consent."
            )
        }
        widgets = {
            "text": forms.Textarea(
                attrs={"rows": 3, "maxlength": LONGEST_QUESTION, "autocomplete": "off"}
            ),
            "name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        error_messages = {
            "text": {
                "required": _("Write your question: one sentence is enough."),
                "max_length": _(
                    "This is %(show_value)s characters long; a question has %(limit_value)s at "
                    "most. Cut it down to what you want to know."
                ),
            },
            "email": {
                "invalid": _("This is no e-mail address. Correct it, or leave the field empty."),
            },
        }

    def __init__(self, *args: object, theme: Theme, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if theme.naming == Naming.NEVER:
            del self.fields["name"]
