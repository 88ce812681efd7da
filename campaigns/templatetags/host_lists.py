"""Hosts of the widget for page templates."""

from django import template

from audience.models import Meter
from campaigns.domain import hosts_of as hosts
from campaigns.domain.hosts_of import HostCredit

register = template.Library()


@register.simple_tag
def hosts_of(meter: Meter | None) -> list[HostCredit]:
    return hosts.hosts_of(meter) if meter else []
