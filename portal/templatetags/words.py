"""Small decisions of the page templates."""

from django import template

from campaigns.domain import characters

register = template.Library()


@register.filter
def name_and_ending(name: str) -> tuple[str, str]:
    """Split a site's name before its last dot: ("la cagette", ".tv")."""
    head, dot, ending = name.rpartition(".")
    return (head, dot + ending) if dot else (name, "")


@register.simple_tag
def joined(*parts: str) -> str:
    """Join what is there of `parts` with a middle dot."""
    return " · ".join(str(part) for part in parts if part)


@register.filter
def starts_with(text: str, beginning: str) -> bool:
    """Say whether `text` starts with `beginning`; an empty beginning never counts."""
    return bool(beginning) and str(text).startswith(beginning)


@register.filter
def character_for(number: int | None) -> str:
    """Return the static path of the vegetable that stands in for a missing picture."""
    return characters.character_for(number)
