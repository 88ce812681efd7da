"""The air of a run in templates."""

from django import template

from live.air import access
from live.models import Run
from live.outside import OutsideSource

register = template.Library()


@register.simple_tag
def master_address(run: Run | None, outside: OutsideSource | None = None) -> str:
    """Return the manifest of what is live, for whoever may read the page it stands in.

    From `outside`, or of the air of `run`.
    """
    if outside:
        return outside.address
    return f"{access.air_address(run)}master.m3u8" if run else ""
