"""What the pages of the test provider do: pay, refuse, cancel, give back; each tells the site.

A monthly gift is a standing order there too: time does not pass by itself, a button lets it.
"""

from fundraising.enums import EventKind, MonthlyEventKind
from fundraising.gateways.payments import Checkout
from fundraising.gateways.trial_provider import CARD_PAYS, notify, notify_of_order
from fundraising.models import Donation, RecurringGift
from fundraising.refusals import ProviderAway

_DIGITS = frozenset("0123456789")
# What a button of its back office plays.
NEXT, FAILED, END = "next", "failed", "end"


def pay_by_card(checkout: Checkout, number: str) -> None:
    """Pay with the card that pays; any other is refused. Raises ProviderAway."""
    digits = "".join(sign for sign in number if sign in _DIGITS)
    is_paid = digits == CARD_PAYS
    if not checkout.is_monthly:
        kind = EventKind.PAID if is_paid else EventKind.REFUSED
        _tell(checkout, kind, checkout.amount_cents)
    elif is_paid:
        _tell_order(checkout, MonthlyEventKind.STARTED)
        _tell(
            checkout, EventKind.PAID, checkout.amount_cents, instalment=f"in_{checkout.reference}"
        )
    else:
        _tell_order(checkout, MonthlyEventKind.FAILED)


def cancel(checkout: Checkout) -> None:
    """Leave without paying. Raises ProviderAway."""
    if checkout.is_monthly:
        _tell_order(checkout, MonthlyEventKind.CANCELLED)
    else:
        _tell(checkout, EventKind.CANCELLED, 0)


def give_back(checkout: Checkout, amount_cents: int, refund: str) -> None:
    """Give back a part or all of it; the same `refund` twice is one. Raises ProviderAway."""
    _tell(checkout, EventKind.REFUNDED, amount_cents, refund)


def play_month(checkout: Checkout, deed: str, name: str) -> None:
    """Let a month of a standing order be paid, or fail, or end it; the same `name` is one month.

    One that has ended stays so: nothing is paid for it any more. Raises ProviderAway.
    """
    order = order_of(checkout)
    if order is None or not order.goes_on:
        return
    if deed == NEXT:
        _tell(checkout, EventKind.PAID, checkout.amount_cents, instalment=f"in_{name}")
    elif deed == FAILED:
        _tell_order(checkout, MonthlyEventKind.FAILED, name)
    elif deed == END:
        _tell_order(checkout, MonthlyEventKind.ENDED)


def gift_of(checkout: Checkout) -> Donation | None:
    """Return what the site knows of it."""
    return Donation.objects.filter(key=checkout.reference).first()


def order_of(checkout: Checkout) -> RecurringGift | None:
    """Return what the site knows of a standing order."""
    return RecurringGift.objects.filter(key=checkout.reference, is_test=True).first()


def _tell(checkout: Checkout, kind: EventKind, amount_cents: int, refund: str = "",
          instalment: str = "") -> None:  # fmt: skip
    event_id = f"{kind}-{refund or instalment or checkout.reference}"
    try:
        notify(checkout, event_id, kind, amount_cents, refund, instalment=instalment)
    except OSError as error:
        raise ProviderAway from error


def _tell_order(checkout: Checkout, kind: MonthlyEventKind, name: str = "") -> None:
    try:
        notify_of_order(checkout.reference, f"{kind}-{name or checkout.reference}", kind)
    except OSError as error:
        raise ProviderAway from error
