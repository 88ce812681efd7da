"""The form with which people comment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qa.models import LONGEST_COMMENT
from qa.models.comment import LONGEST_NAME


class CommentForm(forms.Form):
    """What somebody says, a name if they wish, an address only for the replies."""

    text = forms.CharField(
        label=_("Your comment"),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages={
            "required": _("Write your comment: a sentence is enough."),
            "max_length": _(
                "This is %(show_value)s characters long; a comment has %(limit_value)s at most. "
                "Nothing was lost, cut it down."
            ),
        },
    )
    name = forms.CharField(
        label=_("Your name or first name, if you wish"),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address, if you want to hear of replies"),
        required=False,
        help_text=_(
            "We first send you a link to confirm it. Nobody else sees it; "
            "after a year it is erased."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _("This is no e-mail address. Correct it, or leave the field empty.")
        },
    )
