"""Money for templates: `{{ page.goal_cents|euros }}`."""

from django import template
from django.utils.translation import get_language

from fundraising.domain.euros import euros as written

register = template.Library()


@register.filter
def euros(cents: int) -> str:
    """Return an amount in cents as it is read in the active language."""
    return written(cents, get_language() or "fr")


@register.filter
def percent(share_bps: int) -> str:
    """Return hundredths of a percent as percents: “1,5” for 150."""
    whole, part = divmod(share_bps, 100)
    point = "," if (get_language() or "fr").startswith("fr") else "."
    return f"{whole}{point}{part:02}".rstrip("0") if part else str(whole)
