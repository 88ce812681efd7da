"""The form with which anybody contests a claim or what is said of a delivery."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.models import Contestation
from campaigns.models.host import is_web_address

SHORTEST, LONGEST = 20, 2000


class ContestForm(forms.ModelForm):
    """Reasons, perhaps a source, perhaps an address for the answer."""

    reason = forms.CharField(
        label=_("What is wrong, and how do you know?"),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("From 20 to 2,000 characters. It will be public, without your name."),
    )
    source_url = forms.URLField(
        label=_("Address of a source (not needed)"),
        required=False,
        max_length=200,
        assume_scheme="https",
        validators=[is_web_address],
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )

    class Meta:
        model = Contestation
        fields = ("reason", "source_url", "email")
        labels = {"email": _("Your e-mail address, for the answer (not needed)")}
        help_texts = {"email": _("It is never published, and erased a month after the answer.")}
        widgets = {"email": forms.EmailInput(attrs={"autocomplete": "email"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Browsers check as little as possible here: the server says what is wrong, in sentences.
        self.use_required_attribute = False
