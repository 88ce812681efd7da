"""Money for templates: `{{ page.goal_cents|euros }}`."""

from django import template
from django.utils.translation import get_language

from fundraising.domain.euros import euros as written

register = template.Library()


@register.filter
def euros(cents: int) -> str:
    """Return an amount in cents as it is read in the active language."""
    return written(cents, get_language() or "fr")
