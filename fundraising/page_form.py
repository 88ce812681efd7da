"""The forms with which supporters open and change a collection page."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fundraising.amount_field import AmountField
from fundraising.enums import Occasion
from fundraising.models import LONGEST_REASON, LONGEST_TITLE, Fund
from fundraising.models.fundraiser import LONGEST_NAME

LEAST_GOAL, MOST_GOAL = 10_00, 1_000_000_00
USUAL_DAYS, MOST_DAYS = 30, 366
_TOO_LONG = _(
    "This is %(show_value)s characters long, and there is room for %(limit_value)s. Cut it down a "
    "little: nothing you typed is lost."
)


class PageForm(forms.Form):
    """What a page says: all that is needed, and a title if one wants another than the usual."""

    name = forms.CharField(
        label=_("Your name, as it will be read"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name."), "max_length": _TOO_LONG},
    )
    reason = forms.CharField(
        label=_("Why do you collect?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST_REASON}),
        help_text=_("120 characters: one sentence convinces better than ten."),
        error_messages={"required": _("Write in one sentence why you collect.")}
        | {"max_length": _TOO_LONG},
    )
    goal = AmountField(
        label=_("Goal in euros"),
        least=LEAST_GOAL,
        most=MOST_GOAL,
        help_text=_("You can change it later. Going beyond it is allowed."),
    )
    ends_on = forms.DateField(
        label=_("Until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose the last day."),
            "invalid": _("This is no day. Choose one in the calendar."),
        },
    )
    occasion = forms.ChoiceField(
        label=_("Occasion"),
        choices=Occasion.choices,
        error_messages={"invalid_choice": _("Choose one of these occasions.")},
    )
    title = forms.CharField(
        label=_("Title (not needed)"),
        max_length=LONGEST_TITLE,
        required=False,
        help_text=_("Left empty, it names you and the occasion."),
        error_messages={"max_length": _TOO_LONG},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Browsers check as little as possible here: the server says what is wrong, in sentences.
        self.use_required_attribute = False
        self.fields["ends_on"].initial = timezone.localdate() + timedelta(days=USUAL_DAYS)

    def clean_ends_on(self) -> Any:
        """Refuse a day that has passed, and one that nobody would wait for."""
        day, today = self.cleaned_data["ends_on"], timezone.localdate()
        if day < today:
            raise forms.ValidationError(_("This day has passed. Choose one that is still to come."))
        if day > today + timedelta(days=MOST_DAYS):
            raise forms.ValidationError(
                _("A collection lasts a year at most. Choose a day before.")
            )
        return day


class FundField(forms.ModelChoiceField):
    """Causes, in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.cause_here())


class OpenForm(PageForm):
    """Opening a page: besides what it says, for which cause, and where the link goes."""

    fund = FundField(
        Fund.objects.none(),
        label=_("Cause"),
        empty_label=None,
        error_messages={
            "required": _("Choose a cause."),
            "invalid_choice": _("Nobody can collect for this cause at the moment."),
        },
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_("The link to your page goes there. It is never shown."),
        error_messages={
            "required": _("Write your e-mail address: the link to your page goes there."),
            "invalid": _("This is no e-mail address. It looks like “zoe@example.org”."),
        },
    )
    field_order = ("occasion", "fund", "name", "reason", "goal", "ends_on", "email", "title")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        funds = Fund.objects.open().select_related("cause__locale", "beneficiary")
        self.fields["fund"].queryset = funds  # type: ignore[attr-defined]
