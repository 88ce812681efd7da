"""Promises for page templates."""

from django import template

from audience.models import Meter
from campaigns.domain import show_promise
from campaigns.domain.show_promise import Promise

register = template.Library()


@register.simple_tag
def promises_of(meter: Meter | None, *, with_proofs: bool = False) -> list[Promise]:
    return show_promise.promises_of(meter, with_proofs=with_proofs)
