"""Begin a monthly gift: a standing order that waits, and where its first month is paid."""

from django.urls import reverse

from audience.letters import absolute
from fundraising.domain.begin_gift import Wish, begin_gift, begun, gateway_for, kept_of
from fundraising.gateways.payments import Checkout
from fundraising.models import Fundraiser, RecurringGift
from fundraising.refusals import NoMonthlyHere


def begin(page: Fundraiser, wish: Wish, network_address: str) -> str:
    """Begin what is wished for, once or each month; return where it is paid.

    Raises what `begin_gift` and `begin_monthly` raise.
    """
    deed = begin_monthly if wish.is_monthly else begin_gift
    return deed(page, wish, network_address)


def begin_monthly(page: Fundraiser, wish: Wish, network_address: str) -> str:
    """Keep the standing order, not begun, and return where its first month is paid.

    Raises NoMonthlyHere and what `begin_gift` raises.
    """
    gateway = gateway_for(page, network_address)
    if not gateway.offers_monthly:
        raise NoMonthlyHere
    kept = kept_of(page, wish, gateway) | {"email": wish.email, "language": wish.language[:2]}
    order, _is_new = RecurringGift.objects.get_or_create(key=wish.key, defaults=kept)
    checkout = Checkout(
        reference=order.key,
        amount_cents=order.amount_cents,
        currency=order.currency,
        label=page.title,
        return_url=absolute(order.get_absolute_url()),
        back_url=absolute(reverse("give", args=[page.slug])),
        is_monthly=True,
    )
    return begun(gateway, checkout)
