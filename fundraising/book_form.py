"""Which books: an organisation, a period, a file."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audience.domain.reports.period import Period
from campaigns.models import Organisation
from campaigns.views.report_files import CSV, XLSX
from fundraising.models import Fund

MOVEMENTS, DAYS = "movements", "days"


class BookForm(forms.Form):
    """What to export. Both tables stand in one spreadsheet; a CSV file holds the chosen one."""

    organisation = forms.ModelChoiceField(
        label=_("Organisation"), queryset=Organisation.objects.none()
    )
    first = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(
        label=_("Until, this day included"), widget=forms.DateInput(attrs={"type": "date"})
    )
    table = forms.ChoiceField(
        label=_("Table"),
        choices=[(MOVEMENTS, _("every payment and refund")), (DAYS, _("sums by day"))],
    )
    ending = forms.ChoiceField(
        label=_("File"),
        choices=[(XLSX, _("spreadsheet (XLSX), both tables")), (CSV, _("CSV, the table above"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        receivers = Fund.objects.values("beneficiary")
        field: Any = self.fields["organisation"]
        field.queryset = Organisation.objects.filter(pk__in=receivers)
        today = timezone.localdate()
        self.fields["first"].initial = f"{date(today.year, 1, 1):%Y-%m-%d}"
        self.fields["last"].initial = f"{today:%Y-%m-%d}"

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        typed = super().clean() or {}
        first, last = typed.get("first"), typed.get("last")
        if first and last and last < first:
            self.add_error("last", _("The period ends before it begins."))
        return typed

    def period(self) -> Period:
        """Return the days of a valid form."""
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])
