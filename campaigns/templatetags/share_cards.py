"""The share card of a page for templates: `{% newest_card_of "theme" theme.pk as card %}`."""

from django import template

from campaigns.domain.cards.newest_card import newest_card

register = template.Library()


@register.simple_tag
def newest_card_of(kind: str, key: object) -> str:
    return newest_card(kind, str(key)) if kind else ""
