"""Claims for page templates."""

from django import template

from campaigns.domain import show_claims
from campaigns.models import Claim, Organisation

register = template.Library()


@register.simple_tag
def claims_of(*organisations: Organisation | None) -> list[Claim]:
    return show_claims.claims_of(organisations)
