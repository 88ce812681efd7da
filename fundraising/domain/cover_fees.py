"""What a donor pays so that the provider's fee is on top of the gift, to the cent."""

from datetime import date
from typing import Any

from fundraising.gateways.payments import Fee
from fundraising.models import Fund

_WHOLE_BPS = 10_000


def fee_of(paid_cents: int, fee: Fee) -> int:
    """Return what the provider keeps of a payment: a share, halves of a cent up, and a sum."""
    share = (paid_cents * fee.share_bps * 2 + _WHOLE_BPS) // (2 * _WHOLE_BPS)
    return share + fee.fixed_cents


def amount_covering(gift_cents: int, fee: Fee) -> int:
    """Return the smallest amount of which at least `gift_cents` is left after the fee."""
    left_bps = _WHOLE_BPS - fee.share_bps
    # The division's own result is at most a cent away from the least: rounding moves it.
    amount = (gift_cents + fee.fixed_cents) * _WHOLE_BPS // left_bps - 1
    while amount - fee_of(amount, fee) < gift_cents:
        amount += 1
    return amount


def offered_fees(fund: Fund, gift_cents: int, on: date) -> dict[str, Any]:
    """Return what a giving page says of fees, with `gift_cents` as its example; nothing without."""
    gateway = fund.gateway
    fee = gateway.fee(on) if gateway else None
    if gateway is None or fee is None:
        return {}
    told = {"fee": fee, "fee_on": gift_cents, "fee_with": amount_covering(gift_cents, fee)}
    monthly = gateway.fee(on, is_monthly=True) if gateway.offers_monthly else None
    if monthly is not None and monthly != fee:
        told |= {"monthly_fee": monthly, "monthly_with": amount_covering(gift_cents, monthly)}
    return told
