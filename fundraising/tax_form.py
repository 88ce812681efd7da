"""The form of the tax simulator. Nothing of what is typed is kept."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fundraising.amount_field import AmountField
from fundraising.domain.reduce_tax import Reduction, reduce_for_company, reduce_for_person
from fundraising.domain.tax_rules import (
    COMPANY_RULES,
    PERSON_RULES,
    CompanyRule,
    PersonRule,
    company_rule,
    person_rule,
)
from fundraising.enums import Giver, TaxScheme

MOST_CENTS = 9_999_999_00
_MOST_MEANS_CENTS = 999_999_999_00


class TaxForm(forms.Form):
    """A gift, who gives it, to whom and when."""

    amount = AmountField(label=_("Your gift in euros"), least=1, most=MOST_CENTS)
    giver = forms.ChoiceField(
        label=_("Who gives"), choices=Giver.choices, initial=Giver.PERSON, widget=forms.RadioSelect
    )
    scheme = forms.ChoiceField(
        label=_("To an association"),
        choices=TaxScheme.choices,
        initial=TaxScheme.GENERAL,
        widget=forms.RadioSelect,
    )
    given_on = forms.DateField(
        label=_("Day of the gift"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write a day like 29/11/2026.")},
    )
    means = AmountField(
        label=_("Taxable income, or turnover of a company (not needed)"),
        least=0,
        most=_MOST_MEANS_CENTS,
        required=False,
        help_text=_("Only for this sum: it is not kept and stands in no address."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.fields["given_on"].initial = timezone.localdate()

    def clean_given_on(self) -> Any:
        """Refuse a day before the first rule that we know."""
        day = self.cleaned_data["given_on"]
        first = max(PERSON_RULES[0].starts_on, COMPANY_RULES[0].starts_on)
        if day < first:
            raise forms.ValidationError(
                _("We know the rules from %(year)s on."), params={"year": first.year + 1}
            )
        return day

    def result(self) -> tuple[Reduction, PersonRule | CompanyRule]:
        """Return what a valid form comes to, and the rule it follows."""
        typed = self.cleaned_data
        cents, means = typed["amount"], typed["means"]
        is_for_need = typed["scheme"] == TaxScheme.NEED
        if typed["giver"] == Giver.COMPANY:
            company = company_rule(typed["given_on"]) or COMPANY_RULES[0]
            return reduce_for_company(
                cents, company, is_for_need=is_for_need, turnover_cents=means
            ), company
        person = person_rule(typed["given_on"]) or PERSON_RULES[0]
        return reduce_for_person(cents, person, is_for_need=is_for_need, income_cents=means), person
