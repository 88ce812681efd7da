"""The air of a run in templates."""

from django import template

from live.air import access
from live.models import Run

register = template.Library()


@register.simple_tag
def air_address(run: Run) -> str:
    """Return where the air of `run` begins, for whoever may read the page it stands in."""
    return access.air_address(run)
