"""The form with which somebody becomes an ambassador: an alias and a mailbox."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.models import LONGEST_ALIAS
from audience.follow_form import FollowForm


class AliasForm(forms.Form):
    """An alias alone."""

    alias = forms.CharField(
        label=_("Your alias"),
        max_length=LONGEST_ALIAS,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        help_text=_("It stands in the ranking, for everybody to read. Not your full name, please."),
        error_messages={
            "required": _("Choose an alias: it stands in the ranking."),
            "max_length": _(
                "This is %(show_value)s characters long, and there is room for %(limit_value)s. "
                "Cut it down a little: nothing you typed is lost."
            ),
        },
    )


class JoinForm(AliasForm, FollowForm):
    """An alias and a mailbox: no name, no password, no account."""

    field_order = ("alias", "email")
