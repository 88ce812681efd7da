"""The share box for page templates: `{% share_box_of kind key title path as box %}`."""

from typing import Any

from django import template

from campaigns.domain.show_share_box import ShareBox, share_box

register = template.Library()


@register.simple_tag(takes_context=True)
def share_box_of(context: Any, kind: str, key: object, title: str, path: str) -> ShareBox:
    return share_box(kind, str(key), title, context["request"].build_absolute_uri(path))
