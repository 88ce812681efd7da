"""What is asked before a report is shown: which days, and who may read it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audience.domain.reports.period import Period, last_days
from campaigns.models import Organisation
from campaigns.models.pledge import PUBLIC_STATES

PRESETS = (7, 30, 90)
USUAL_DAYS = 30
MOST_DAYS = 3 * 366


class PeriodForm(forms.Form):
    """The days of a report: typed, or the last few (`period=7` in the address)."""

    first = forms.DateField(
        label=_("First day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    last = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, query: Mapping[str, str]) -> None:
        is_typed = bool(query.get("first") or query.get("last"))
        asked = query.get("period", "")
        self.preset = int(asked) if asked in map(str, PRESETS) else USUAL_DAYS
        self.usual = last_days(self.preset, timezone.localdate())
        usual = {"first": self.usual.first.isoformat(), "last": self.usual.last.isoformat()}
        super().__init__(query if is_typed else usual)
        if is_typed:
            self.preset = 0

    def clean(self) -> dict[str, Any]:
        """Refuse days that are missing, turned round, to come, or very many."""
        values = super().clean() or {}
        if self.errors:
            return values
        first, last = values.get("first"), values.get("last")
        if first is None or last is None:
            raise ValidationError(_("Choose the first and the last day of the report."))
        if first > last:
            raise ValidationError(_("The first day lies after the last one. Swap them."))
        if last > timezone.localdate():
            raise ValidationError(_("The last day is still to come. Choose today or earlier."))
        if len(Period(first, last)) > MOST_DAYS:
            raise ValidationError(_("A report covers three years at most. Choose fewer days."))
        return values

    @property
    def chosen(self) -> Period:
        """The days that were chosen, or the usual ones when those typed are refused."""
        if not self.is_valid():
            return self.usual
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])


class ReportLinkForm(forms.Form):
    """Which sponsor gets a link, and for how many days."""

    sponsor = forms.ModelChoiceField(Organisation.objects.none(), label=_("Sponsor"))
    days = forms.TypedChoiceField(
        label=_("Valid for"),
        coerce=int,
        initial=90,
        choices=[(30, _("30 days")), (90, _("90 days")), (365, _("a year"))],
    )

    def __init__(self, *args: Any, meter_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sponsors = Organisation.objects.filter(
            pledges__meter=meter_id, pledges__state__in=PUBLIC_STATES
        ).distinct()
        self.fields["sponsor"].queryset = sponsors  # type: ignore[attr-defined]
        # With one sponsor there is nothing to choose.
        if len(sponsors) == 1:
            self.fields["sponsor"].initial = sponsors[0]
