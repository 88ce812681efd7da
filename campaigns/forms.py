"""Forms of the promises' screens: quantities are typed as people say them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser

from audience.enums import ActKind
from campaigns.domain.declare_acts import DeclaredActs
from campaigns.domain.read_quantity import read_quantity, write_quantity
from campaigns.enums import ClauseKind, Unit
from campaigns.models import CampaignPage, Declaration, Pledge
from campaigns.refusals import ActsMissing, DueBeforeEnd, EndBeforeStart
from media.refusals import Refused

# As people measure; what is stored are the smallest whole units.
MEASURED_IN = (
    (Unit.GRAM, _("weight (g, kg, t)")),
    (Unit.MILLILITRE, _("volume (ml, cl, l, hl)")),
    (Unit.ITEM, _("pieces")),
    (Unit.CENT, _("euros")),
)


class QuantityField(forms.CharField):
    """A quantity with its measure, as text: the form turns it into a whole number."""

    def __init__(self, **values: Any) -> None:
        super().__init__(**{"max_length": 40, **values})


class QuantityForm(WagtailAdminModelForm):
    """A form some of whose fields are typed quantities."""

    def show_quantity(self, name: str, unit: str) -> None:
        """Put the stored quantity into the field as somebody would type it."""
        quantity = getattr(self.instance, name)
        self.initial[name] = "" if quantity is None else write_quantity(quantity, unit)

    def take_quantity(self, name: str, unit: str) -> None:
        """Put the typed quantity into the cleaned data as a whole number, or say what is wrong."""
        typed = self.cleaned_data.get(name)
        if typed is None:
            return
        self.cleaned_data[name] = None
        try:
            if typed:
                self.cleaned_data[name] = read_quantity(typed, unit)
        except Refused as refusal:
            self.add_error(name, str(refusal))


class ClauseForm(QuantityForm):
    """One clause; `pledge`, with the unit chosen above, comes from the form around it."""

    quantity = QuantityField(label=_("Quantity"), help_text=_("“2 kg”, “110 t”, “50 %”"))
    acts = QuantityField(
        label=_("From so many acts"), required=False, help_text=_("Only for a threshold.")
    )
    cap = QuantityField(
        label=_("At most"), required=False, help_text=_("The most this clause gives.")
    )

    def __init__(self, *args: Any, pledge: Pledge | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pledge = pledge or Pledge()
        self.show_quantity("quantity", self._unit(self.instance.kind))
        self.show_quantity("acts", Unit.ITEM)
        self.show_quantity("cap", self.pledge.unit)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        kind = found.get("kind") or ""
        if kind == ClauseKind.MATCH and found.get("quantity"):
            found["quantity"] = found["quantity"].rstrip(" %\u00a0\u202f")
        self.take_quantity("quantity", self._unit(kind))
        self.take_quantity("acts", Unit.ITEM)
        self.take_quantity("cap", self.pledge.unit)
        if kind != ClauseKind.THRESHOLD:
            found["acts"] = None
        elif not found.get("acts") and "acts" not in self.errors:
            self.add_error("acts", str(ActsMissing()))
        return found

    def _unit(self, kind: str) -> str:
        return Unit.ITEM if kind == ClauseKind.MATCH else self.pledge.unit


class MilestoneForm(QuantityForm):
    """One milestone; the number of acts may be typed with spaces."""

    acts = QuantityField(label=_("Number of acts"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.show_quantity("acts", Unit.ITEM)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        self.take_quantity("acts", Unit.ITEM)
        return found


class PledgeForm(QuantityForm):
    """A draft of a pledge. The campaign is chosen by its page; all its languages share a count."""

    campaign = forms.ModelChoiceField(
        CampaignPage.objects.all(),
        label=_("Campaign"),
        widget=AdminPageChooser(target_models=[CampaignPage]),
        help_text=_("In any language: all of them count together."),
    )
    unit = forms.ChoiceField(label=_("Measured in"), choices=MEASURED_IN)
    kinds = forms.MultipleChoiceField(
        label=_("Acts that count"), choices=ActKind.choices, widget=forms.CheckboxSelectMultiple
    )
    cap = QuantityField(
        label=_("Ceiling"),
        help_text=_("The most that will ever be given: “150 t”. No ceiling, no pledge."),
    )

    # A version goes on with what the one before counted.
    fixed_in_versions = ("campaign", "sponsor", "beneficiary", "unit")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.show_quantity("cap", self.instance.unit)
        if self.instance.meter_id:
            pages = CampaignPage.objects.filter(meter=self.instance.meter_id)
            self.initial["campaign"] = pages.order_by("pk").first()
        if self.instance.replaces_id:
            for name in self.fixed_in_versions:
                self.fields[name].disabled = True

    @property
    def pledge(self) -> Pledge:
        """What the forms of clauses know of this one."""
        return self.instance

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        self.take_quantity("cap", found.get("unit") or self.instance.unit)
        if campaign := found.get("campaign"):
            if campaign.meter is None:
                self.add_error("campaign", _("Open this campaign and save it once, then retry."))
            self.instance.meter = campaign.meter
        self._check_dates(found)
        return found

    def _check_dates(self, found: dict[str, Any]) -> None:
        starts_at, ends_at = found.get("starts_at"), found.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", str(EndBeforeStart()))
        due = found.get("delivery_due_on")
        if ends_at and due and due < timezone.localdate(ends_at):
            self.add_error("delivery_due_on", str(DueBeforeEnd()))


class SignForm(forms.Form):
    """A signature: who, and as what."""

    signed_by = forms.CharField(
        label=_("Name and function"),
        max_length=120,
        help_text=_("“Léa Martin, manager”. It will be public."),
    )


class DeliveryForm(forms.Form):
    """What the beneficiary received."""

    quantity = QuantityField(label=_("How much arrived"), help_text=_("“12 t”, “350 kg”"))
    delivered_on = forms.DateField(label=_("On which day"), widget=AdminDateInput)
    place = forms.CharField(label=_("Where"), max_length=120)
    proof = forms.FileField(
        label=_("Proof"),
        required=False,
        help_text=_(
            "The signed delivery note or receipt, as a PDF or a photograph. It will be public: "
            "cover private names and signatures first."
        ),
    )
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, *args: Any, pledge: Pledge, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pledge = pledge

    def clean_quantity(self) -> int:
        return _read(self.cleaned_data["quantity"], self.pledge.unit)


class DeclarationForm(WagtailAdminModelForm):
    """Acts that an organisation declares, with their document."""

    proof = forms.FileField(
        label=_("Document"),
        help_text=_(
            "An invoice, a till report, a signed list, as a PDF or a photograph. It will be "
            "public: cover private names and signatures first."
        ),
    )

    class Meta:
        model = Declaration
        fields = ("meter", "organisation", "acts", "about", "done_on")
        widgets = {"done_on": AdminDateInput}

    def told(self) -> DeclaredActs:
        """Return what was typed."""
        values = dict(self.cleaned_data)
        document = values.pop("proof")
        return DeclaredActs(**values, document=document)


class ReverseForm(forms.Form):
    """How much of a line is taken back, and why."""

    quantity = QuantityField(label=_("How much is taken back"))
    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=_("It stands in the public ledger.")
    )

    def __init__(self, *args: Any, unit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit

    def clean_quantity(self) -> int:
        return _read(self.cleaned_data["quantity"], self.unit)


def _read(typed: str, unit: str) -> int:
    try:
        return read_quantity(typed, unit)
    except Refused as refusal:
        raise ValidationError(str(refusal)) from refusal
