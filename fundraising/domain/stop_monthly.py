"""Stop a monthly gift: the provider is asked to; it has ended when the provider tells so."""

import logging

from django.utils import timezone

from fundraising.gateways.payments import Gateway, ProviderUnreachable, Stop, gateway_named
from fundraising.models import RecurringGift
from fundraising.refusals import NotToStop, ProviderSilent

logger = logging.getLogger(__name__)


def stopping_gateway(order: RecurringGift) -> Gateway | None:
    """Return the gateway that can end `order` for us, or None."""
    gateway = gateway_named(order.provider)
    if gateway is None or not gateway.offers_monthly or not gateway.is_on():
        return None
    return gateway if order.goes_on and order.provider_ref else None


def stop_monthly(order: RecurringGift) -> None:
    """Ask the provider to end a standing order; asked twice, or ended already, nothing happens.

    Raises NotToStop or ProviderSilent.
    """
    if order.ended_at is not None:
        return
    gateway = stopping_gateway(order)
    if gateway is None:
        raise NotToStop
    try:
        gateway.stop(Stop(order.key, order.provider_ref))
    except ProviderUnreachable as error:
        raise ProviderSilent from error
    RecurringGift.objects.filter(pk=order.pk, stop_asked_at=None).update(
        stop_asked_at=timezone.now()
    )
    logger.info("Monthly gift %s: its donor asked for its end", order.pk)
