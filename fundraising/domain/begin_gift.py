"""Begin a gift: a row that waits, and the address of the provider's page on which it is paid."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from audience.domain.network_budget import spend
from audience.letters import absolute
from fundraising.domain.cover_fees import amount_covering
from fundraising.enums import Visibility
from fundraising.gateways.payments import Checkout, Gateway, ProviderUnreachable
from fundraising.models import Donation, Fundraiser
from fundraising.refusals import NoGiftsNow, ProviderSilent, TooManyGifts
from qa.domain.clean_words import clean_words
from qa.domain.stop_words import find_stop_words

# Of the tickets that its forms carry.
PURPOSE = "fundraising.gift"
# A whole wedding gives in an hour behind one address.
MOST_PER_NETWORK = 200
LEAST_CENTS, MOST_CENTS = 1_00, 50_000_00


@dataclass(frozen=True, slots=True)
class Wish:
    """What the form of a gift says. `key` names it: the same form twice is one gift.

    `email` is where somebody who gives each month is written to, in `language`.
    """

    key: str
    amount_cents: int
    visibility: str = Visibility.ANONYMOUS
    name: str = ""
    shows_amount: bool = True
    message: str = ""
    thanks_email: str = ""
    covers_fees: bool = False
    is_monthly: bool = False
    email: str = ""
    language: str = "fr"


def begin_gift(page: Fundraiser, wish: Wish, network_address: str) -> str:
    """Keep the gift, unpaid, and return where it is paid.

    A name that a stop list holds is not shown. Raises NoGiftsNow, TooManyGifts or ProviderSilent.
    """
    gateway = gateway_for(page, network_address)
    gift, _is_new = Donation.objects.get_or_create(
        key=wish.key, defaults=kept_of(page, wish, gateway)
    )
    checkout = Checkout(
        reference=gift.key,
        amount_cents=gift.amount_cents,
        currency=gift.currency,
        label=page.title,
        return_url=absolute(gift.get_absolute_url()),
        back_url=absolute(reverse("give", args=[page.slug])),
    )
    return begun(gateway, checkout)


def gateway_for(page: Fundraiser, network_address: str) -> Gateway:
    """Return where gifts to `page` are paid. Raises NoGiftsNow or TooManyGifts."""
    gateway = page.fund.gateway
    if not page.takes_gifts or gateway is None:
        raise NoGiftsNow
    if not spend("gifts", network_address, MOST_PER_NETWORK):
        raise TooManyGifts
    return gateway


def kept_of(page: Fundraiser, wish: Wish, gateway: Gateway) -> dict[str, Any]:
    """Return what is kept of a wish, of a gift as of a monthly one."""
    name = "" if wish.visibility == Visibility.ANONYMOUS else clean_words(wish.name)
    if any(found.holds for found in find_stop_words(name)):
        name = ""
    today = timezone.localdate()
    fee = gateway.fee(today, is_monthly=wish.is_monthly) if wish.covers_fees else None
    amount_cents = amount_covering(wish.amount_cents, fee) if fee else wish.amount_cents
    return {
        "fundraiser": page,
        "amount_cents": amount_cents,
        "covered_cents": amount_cents - wish.amount_cents,
        "provider": gateway.key,
        "is_test": gateway.is_test,
        "visibility": wish.visibility if name else Visibility.ANONYMOUS,
        "name": name,
        "shows_amount": wish.shows_amount,
        "message": clean_words(wish.message),
        "thanks_email": wish.thanks_email,
    }


def begun(gateway: Gateway, checkout: Checkout) -> str:
    """Return where `checkout` is paid. Raises ProviderSilent."""
    try:
        return gateway.begin(checkout)
    except ProviderUnreachable as error:
        raise ProviderSilent from error
