"""The edition of the site for templates: what `{% cache %}` keeps under it is never out of date."""

import time
from typing import Any

from django import template

from media.edition import edition

register = template.Library()


@register.simple_tag(takes_context=True)
def current_edition(context: dict[str, Any]) -> str:
    """Return the edition's name. A preview is an edition of its own, which nobody else sees."""
    if getattr(context.get("request"), "is_preview", False):
        return f"preview-{time.time_ns():x}"
    return edition()
