"""Who gave, for the tax office: asked only of those who wish a receipt."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fundraising.domain.issue_receipt import Donor
from fundraising.enums import CancelReason
from fundraising.models import TaxStanding
from fundraising.models.receipt import LONGEST_ADDRESS, LONGEST_DONOR

_MOST_LINES = 6


class ReceiptForm(forms.Form):
    """Name and address as they stand on the receipt."""

    name = forms.CharField(
        label=_("First and last name, or name of the company"),
        max_length=LONGEST_DONOR,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write the name that stands on the tax notice.")},
    )
    address = forms.CharField(
        label=_("Postal address"),
        max_length=LONGEST_ADDRESS,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
        error_messages={"required": _("Write the address: without it the receipt does not hold.")},
        help_text=_("Street, then postcode and town, as on an envelope."),
    )
    is_company = forms.BooleanField(label=_("A company gave"), required=False)
    email = forms.EmailField(
        label=_("E-mail, to get the link (not needed)"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False

    def clean_address(self) -> str:
        """Return the lines without what is empty in them."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["address"].splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > _MOST_LINES:
            raise forms.ValidationError(_("Six lines at most, please."))
        return "\n".join(lines)

    def donor(self) -> Donor:
        """Return whom a valid form names."""
        return Donor(**self.cleaned_data, language=get_language() or "fr")


class YearlyReceiptForm(ReceiptForm):
    """The same for a receipt that comes later: it needs a mailbox to come to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.required, email.label = True, _("E-mail, to which the link is sent")
        email.error_messages["required"] = _("Write an address: the receipt comes to it.")


class YearForm(forms.Form):
    """Which receipts to issue: an organisation's, of a year."""

    standing = forms.ModelChoiceField(
        TaxStanding.objects.filter(issues_receipts=True).select_related("organisation"),
        label=_("Organisation"),
        error_messages={"required": _("Choose an organisation.")},
    )
    year = forms.IntegerField(label=_("Year of the gifts"), min_value=2000, max_value=2999)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate().year - 1


class ReissueForm(ReceiptForm):
    """The same, corrected by the team, and why."""

    reason = forms.ChoiceField(label=_("Reason"), choices=CancelReason.choices)
    note = forms.CharField(label=_("Note (the team reads it)"), max_length=200, required=False)

    def donor(self) -> Donor:
        """Return whom a valid form names."""
        names = ("name", "address", "is_company", "email")
        return Donor(**{name: self.cleaned_data[name] for name in names})
