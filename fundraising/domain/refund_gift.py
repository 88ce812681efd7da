"""Give a gift back: the provider is asked to; the total falls when it tells that it did."""

import logging

from fundraising.gateways.payments import Gateway, ProviderUnreachable, Refund, gateway_named
from fundraising.models import Donation
from fundraising.refusals import NotToRefund, ProviderSilent
from users.models import User

logger = logging.getLogger(__name__)


def refunding_gateway(gift: Donation) -> Gateway | None:
    """Return the gateway that can give `gift` back for us, or None."""
    gateway = gateway_named(gift.provider)
    if gateway is None or not gateway.can_refund or not gateway.is_on():
        return None
    return gateway if gift.net_cents > 0 and gift.provider_ref else None


def refund_gift(gift: Donation, cents: int, key: str, user: User) -> None:
    """Ask the provider to give `cents` of a gift back; the same `key` again is one refund.

    Raises NotToRefund or ProviderSilent.
    """
    gateway = refunding_gateway(gift)
    if gateway is None or not 0 < cents <= gift.net_cents:
        raise NotToRefund
    try:
        gateway.refund(Refund(gift.key, gift.provider_ref, cents, gift.currency, key))
    except ProviderUnreachable as error:
        raise ProviderSilent from error
    logger.info("Gift %s: %s asked for %s cents to be given back", gift.pk, user.pk, cents)
