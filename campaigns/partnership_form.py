"""The form of a partnership: its years as rows, quantities as people say them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from campaigns.forms import MEASURED_IN, QuantityField, QuantityForm
from campaigns.panels import TypedInlinePanel


class EventForm(QuantityForm):
    """One event; its quantity may stay empty."""

    quantity = QuantityField(label=_("Quantity"), required=False, help_text=_("“2 kg”, “110 t”"))
    unit = forms.ChoiceField(label=_("Measured in"), choices=MEASURED_IN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.show_quantity("quantity", self.instance.unit)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("unit"):
            self.take_quantity("quantity", found["unit"])
        found["quantity"] = found.get("quantity") or None
        return found


partnership_form = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("sponsor"), FieldPanel("beneficiary")]),
                FieldRowPanel([FieldPanel("since_year"), FieldPanel("until_year")]),
                FieldPanel("summary"),
            ],
            heading=_("Who gives to whom, and since when"),
        ),
        TypedInlinePanel(
            "events",
            panels=[
                FieldRowPanel([FieldPanel("year"), FieldPanel("happened_on")]),
                FieldPanel("sentence"),
                FieldPanel("place"),
                FieldRowPanel([FieldPanel("quantity"), FieldPanel("unit"), FieldPanel("goods")]),
                FieldRowPanel([FieldPanel("source_url"), FieldPanel("document")]),
            ],
            form=EventForm,
            heading=_("What happened"),
            label=_("event"),
            max_num=100,
            help_text=_(
                "A quantity without a source is shown with the words “no source yet”. "
                "The page puts them into the order of their years."
            ),
        ),
    ]
)
