"""The spans of the menu of acts for page templates: `{% menu_spans as spans %}`."""

from django import template

from campaigns.menu_of_acts import Span

register = template.Library()


@register.simple_tag
def menu_spans() -> list[Span]:
    """Return the spans, the shortest first. No query: the menu itself knows what can be done."""
    return list(Span)
