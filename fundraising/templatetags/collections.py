"""Pictures and lists of collection pages for templates."""

from typing import Any

from django import template
from django.db.models import QuerySet
from django.utils import timezone

from fundraising.domain.list_matches import matches_for as shown_matches
from fundraising.domain.list_pages import pages_for_cause, pages_for_causes
from fundraising.domain.own_gifts import gifts_of
from fundraising.domain.page_state import last_gifts, monthly_since
from fundraising.domain.post_news import shown_news
from fundraising.domain.thank_donors import gifts_to_thank
from fundraising.gateways.page_pictures import address_of
from fundraising.gateways.payments import Checkout
from fundraising.gateways.trial_provider import token_for
from fundraising.models import Donation, Fund, Fundraiser, MatchingGift, News, RecurringGift

register = template.Library()
# On the owner's first page; the others stand in a list of their own.
MOST_NEW = 5


@register.filter
def picture_address(name: str) -> str:
    """Return where a picture of a collection page is loaded from."""
    return address_of(name)


@register.simple_tag
def collections_for(cause: object) -> "QuerySet[Fundraiser]":
    """Return some pages that collect for `cause`: `{% collections_for cause as pages %}`."""
    return pages_for_cause(cause, timezone.localdate())


@register.simple_tag
def collections_for_any(causes: list[Any]) -> "QuerySet[Fundraiser]":
    """Return some pages that collect for any of `causes`: a campaign's."""
    return pages_for_causes(causes, timezone.localdate())


@register.filter
def supporters(page: Fundraiser) -> list[Donation]:
    """Return the latest gifts to a page: `{{ fundraiser|supporters }}`."""
    return last_gifts(page)


@register.filter
def refund_token(gift: Donation) -> str:
    """Return the name of the test provider's page on which `gift` is given back."""
    parts = (gift.key, gift.amount_cents, gift.currency, gift.fundraiser.title)
    return token_for(Checkout(*parts, return_url=gift.get_absolute_url()))


@register.filter
def months_token(order: RecurringGift) -> str:
    """Return the name of the test provider's page on which months of `order` are played."""
    parts = (order.key, order.amount_cents, order.currency, order.fundraiser.title)
    address = order.get_absolute_url()
    return token_for(Checkout(*parts, return_url=address, is_monthly=True))


@register.filter
def since(gift: Donation) -> str:
    """Return since when a supporter gives each month, if so: `{{ gift|since }}`."""
    return monthly_since(gift)


@register.filter
def news(page: Fundraiser) -> list[News]:
    """Return what everybody reads as the news of a page: `{{ fundraiser|news }}`."""
    return list(shown_news(page))


@register.filter
def newest_gifts(page: Fundraiser) -> list[Donation]:
    """Return the newest gifts to a page as its owner reads them."""
    return list(gifts_of(page)[:MOST_NEW])


@register.filter
def thanks_due(page: Fundraiser) -> int:
    """Return for how many gifts to a page nobody was thanked yet."""
    return gifts_to_thank(page).count()


@register.simple_tag
def matches_for(fund: Fund) -> "QuerySet[MatchingGift]":
    """Return what sponsors add to gifts for a fund: `{% matches_for fund as matches %}`."""
    return shown_matches(fund, timezone.localdate())


@register.simple_tag
def fund_of(cause: object) -> Fund | None:
    """Return the fund of a cause in whatever language it is told: `{% fund_of cause as fund %}`."""
    return Fund.objects.filter(
        cause__translation_key=getattr(cause, "translation_key", None)
    ).first()
