"""A field for an amount in euros, cleaned to cents."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fundraising.domain.euros import euros, read_cents, typed


class AmountField(forms.CharField):
    """Takes “20”, “20,50” and “1 247,50 €”; gives cents between `least` and `most`."""

    default_error_messages = {
        "required": _("Write an amount in euros."),
        "invalid": _("This is no amount. Write it like 20 or 12.50, in euros."),
        "range": _("Between %(least)s and %(most)s, please."),
    }

    def __init__(self, *, least: int, most: int, **kwargs: Any) -> None:
        self.least, self.most = least, most
        widget = forms.TextInput(
            attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": 16}
        )
        super().__init__(**{"max_length": 16, "widget": widget, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return typed(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        cents = read_cents(text)
        if cents is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if not self.least <= cents <= self.most:
            language = get_language() or "fr"
            values = {"least": euros(self.least, language), "most": euros(self.most, language)}
            raise ValidationError(self.error_messages["range"], code="range", params=values)
        return cents
