"""Quantities in templates: `{{ pledge.cap|in_unit:pledge.unit }}`."""

from django import template

from campaigns.domain.quantities import quantity_label

register = template.Library()


@register.filter
def in_unit(quantity: int, unit: str) -> str:
    """Return `quantity`, in whole numbers of `unit`, as people say it."""
    return quantity_label(quantity, unit)
