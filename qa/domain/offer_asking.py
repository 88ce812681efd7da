"""Asking a question as a call to action under a film."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaigns.call_acts import Asked, CallAct, Place
from qa.models import Theme


def look_to_ask(place: Place) -> Asked | None:
    """A page under an open theme, or whose campaign is, leads to the field of its questions."""
    keys: set[UUID] = set()
    for filed in (place.page, place.campaign):
        themes: Any = getattr(filed, "themes", None)
        keys.update(theme.translation_key for theme in (themes.all() if themes else ()))
    here = Theme.objects.filter(translation_key__in=keys, locale=place.page.locale_id)
    for theme in here.order_by("name") if keys else ():
        if theme.is_open():
            return Asked(reverse("ask", args=[theme.slug]), {"theme": theme})
    return None


ASK = CallAct(
    key="ask",
    name=_("ask a question"),
    sentence=_("What do you want to know? The most wanted questions are answered."),
    label=_("Ask"),
    look=look_to_ask,
)
