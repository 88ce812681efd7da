"""Take in a request of a payment provider; who makes us ask the provider in vain soon waits.

What is signed costs nothing to refuse. What nobody signs is a knock that we follow up, and anybody
can knock: a network may do so in vain some times an hour. A knock that told of a gift is never
counted, nor one from where the provider sends them, so no genuine one is lost to another's.
"""

from collections.abc import Mapping

from audience.domain.network_budget import is_spent, spend
from fundraising.domain.receive_event import receive_event
from fundraising.domain.receive_order import receive_order
from fundraising.gateways.payments import Gateway, OrderNotification
from fundraising.refusals import TooManyKnocks

MOST_IN_VAIN = 60


def hear_provider(
    gateway: Gateway, headers: Mapping[str, str], body: bytes, network_address: str
) -> None:
    """Keep what a request tells. Raises TooManyKnocks, what reading raises, what keeping raises."""
    purpose, is_trusted = f"knocks:{gateway.key}", gateway.is_trusted_from(network_address)
    if not is_trusted and is_spent(purpose, network_address, MOST_IN_VAIN):
        raise TooManyKnocks
    is_told = False
    try:
        for told in gateway.read(headers, body):
            if isinstance(told, OrderNotification):
                receive_order(gateway.key, told)
            else:
                receive_event(gateway.key, told)
            is_told = True
    finally:
        if not is_told and not is_trusted:
            spend(purpose, network_address, MOST_IN_VAIN)
