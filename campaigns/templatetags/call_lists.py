"""Calls to action for page templates."""

from collections.abc import Iterable

from django import template
from django.utils import timezone
from wagtail.models import Page

from campaigns.call_acts import Place
from campaigns.domain import show_calls
from campaigns.domain.show_calls import Call
from campaigns.domain.show_promise import Promise
from campaigns.models import CampaignPage

register = template.Library()


@register.simple_tag
def calls_of(
    page: Page, campaign: CampaignPage | None, promises: Iterable[Promise] = ()
) -> list[Call]:
    place = Place(page, campaign, tuple(promises))
    return show_calls.calls_of(place, timezone.localdate())
