"""The form with which anybody reports a text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qa.enums import TO_EXPLAIN, NoticeGround
from qa.models import Notice

LONGEST = 2000


class ReportForm(forms.ModelForm):
    """What is wrong, why, and perhaps an address for the answer."""

    ground = forms.ChoiceField(
        label=_("What is wrong with it?"),
        choices=NoticeGround.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong with it.")},
    )

    class Meta:
        model = Notice
        fields = ("ground", "explanation", "email")
        labels = {
            "explanation": _("Why?"),
            "email": _("Your e-mail address, for the answer (not needed)"),
        }
        help_texts = {
            "explanation": _(
                "If it breaks the law, say which words and, if you can, which law. "
                "Only our moderators read this."
            ),
            "email": _(
                "The author never sees it, nobody else either. It is erased when the case is over."
            ),
        }
        widgets = {
            "explanation": forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        error_messages = {
            "email": {
                "invalid": _("This is no e-mail address. Correct it, or leave the field empty."),
            },
        }

    def clean_explanation(self) -> str:
        """Refuse what is too long to be read, and nothing where something must be said."""
        words = str(self.cleaned_data.get("explanation", "")).strip()
        if len(words) > LONGEST:
            raise forms.ValidationError(
                _("This is very long: 2,000 characters are enough. Nothing was lost, cut it down.")
            )
        if not words and self.cleaned_data.get("ground") in TO_EXPLAIN:
            raise forms.ValidationError(
                _("Say in a sentence what is wrong: without it we cannot judge.")
            )
        return words
