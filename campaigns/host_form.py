"""The form with which somebody makes the widget's code for their own site."""

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.models.host import EmbedHost, is_web_address


class HostForm(forms.ModelForm):
    """Name and address of a site; an e-mail address for whoever wants to be written to."""

    address = forms.URLField(
        label=_("Address of your site"),
        max_length=200,
        assume_scheme="https",
        validators=[is_web_address],
        error_messages={
            "invalid": _("This is no address of a site. It looks like “https://my-blog.org”.")
        },
        widget=forms.URLInput(attrs={"placeholder": "https://", "autocomplete": "url"}),
    )

    class Meta:
        model = EmbedHost
        fields = ("name", "address", "contact")
        labels = {
            "name": _("Name of your site"),
            "contact": _("Your e-mail address (not needed)"),
        }
        help_texts = {
            "name": _("As it will be named among the sites that help."),
            "contact": _("Only the team sees it."),
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "organization"}),
            "contact": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
