"""The form above the team's list of gifts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fundraising.domain.find_gifts import GiftWish
from fundraising.enums import GiftState, Rhythm
from fundraising.gateways.payments import gateway_choices
from fundraising.models import Fund

_REAL, _TEST = "real", "test"


class GiftSearchForm(forms.Form):
    """What is wrongly typed is said and narrows nothing."""

    q = forms.CharField(
        label=_("Reference, name or page"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("any")), *GiftState.choices]
    )
    fund = forms.ModelChoiceField(
        Fund.objects.select_related("cause", "beneficiary"),
        label=_("Fund"),
        required=False,
        empty_label=_("any"),
    )
    provider = forms.ChoiceField(label=_("Provider"), required=False)
    rhythm = forms.ChoiceField(
        label=_("How often"), required=False, choices=[("", _("any")), *Rhythm.choices]
    )
    first = forms.DateField(
        label=_("From the day"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    last = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    kind = forms.ChoiceField(
        label=_("Money"),
        required=False,
        choices=[("", _("any")), (_REAL, _("real gifts")), (_TEST, _("test gifts"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        provider = self.fields["provider"]
        provider.choices = [("", _("any")), *gateway_choices()]  # type: ignore[attr-defined]

    def wish(self) -> GiftWish:
        """Return what is looked for, as far as it can be read."""
        self.is_valid()
        typed = self.cleaned_data
        kind = typed.get("kind")
        return GiftWish(
            words=typed.get("q") or "",
            state=typed.get("state") or "",
            fund=typed.get("fund"),
            provider=typed.get("provider") or "",
            first=typed.get("first"),
            last=typed.get("last"),
            rhythm=typed.get("rhythm") or "",
            is_test={_REAL: False, _TEST: True}.get(kind or ""),
        )
