"""Acts elsewhere for page templates."""

from django import template

from audience.models import Meter
from campaigns.domain import show_offsite
from campaigns.domain.show_offsite import OffsiteFigures

register = template.Library()


@register.simple_tag
def offsite_of(meter: Meter | None) -> OffsiteFigures | None:
    return show_offsite.offsite_of(meter) if meter else None
