"""Pictures and lists of collection pages for templates."""

from django import template
from django.db.models import QuerySet
from django.utils import timezone

from fundraising.domain.list_pages import pages_for_cause
from fundraising.gateways.page_pictures import address_of
from fundraising.models import Fundraiser

register = template.Library()


@register.filter
def picture_address(name: str) -> str:
    """Return where a picture of a collection page is loaded from."""
    return address_of(name)


@register.simple_tag
def collections_for(cause: object) -> "QuerySet[Fundraiser]":
    """Return some pages that collect for `cause`: `{% collections_for cause as pages %}`."""
    return pages_for_cause(cause, timezone.localdate())
