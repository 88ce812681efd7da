"""What a page of thanks leads to: `{% next_act "click" address=… campaign=… as next %}`."""

from typing import Any

from django import template
from django.template import Context

from campaigns.domain import next_act as domain
from campaigns.domain.next_act import NextAct
from campaigns.menu_of_acts import Here

register = template.Library()


@register.simple_tag(takes_context=True)
def next_act(context: Context, done: str, address: str = "", **subjects: Any) -> NextAct | None:
    """Return the next act after `done`. Only pages that no cache keeps ask: it reads cookies."""
    request = context.get("request")
    named = {kind: str(key) for kind, key in subjects.items() if key}
    return domain.next_act(done, Here(address, named), request.COOKIES if request else {})
