"""Promises for page templates."""

from django import template
from django.utils.translation import get_language

from audience.models import Meter
from campaigns.domain import show_promise
from campaigns.domain.show_promise import Promise
from media.edition import kept

register = template.Library()


@register.simple_tag
def promises_of(meter: Meter | None, *, with_proofs: bool = False) -> list[Promise]:
    """Return the public promises of a campaign, read once for each version of its meter."""
    if meter is None:
        return []
    name = f"promises:{meter.pk}:{meter.version}:{get_language()}:{with_proofs:d}"
    return kept(name, lambda: show_promise.promises_of(meter, with_proofs=with_proofs))
