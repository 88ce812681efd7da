"""What the pages of the test provider do: pay, refuse, cancel, give back; each tells the site."""

from fundraising.enums import EventKind
from fundraising.gateways.payments import Checkout
from fundraising.gateways.trial_provider import CARD_PAYS, notify
from fundraising.models import Donation
from fundraising.refusals import ProviderAway

_DIGITS = frozenset("0123456789")


def pay_by_card(checkout: Checkout, number: str) -> None:
    """Pay with the card that pays; any other is refused. Raises ProviderAway."""
    digits = "".join(sign for sign in number if sign in _DIGITS)
    kind = EventKind.PAID if digits == CARD_PAYS else EventKind.REFUSED
    _tell(checkout, kind, checkout.amount_cents)


def cancel(checkout: Checkout) -> None:
    """Leave without paying. Raises ProviderAway."""
    _tell(checkout, EventKind.CANCELLED, 0)


def give_back(checkout: Checkout, amount_cents: int, refund: str) -> None:
    """Give back a part or all of it; the same `refund` twice is one. Raises ProviderAway."""
    _tell(checkout, EventKind.REFUNDED, amount_cents, refund)


def gift_of(checkout: Checkout) -> Donation | None:
    """Return what the site knows of it."""
    return Donation.objects.filter(key=checkout.reference).first()


def _tell(checkout: Checkout, kind: EventKind, amount_cents: int, refund: str = "") -> None:
    event_id = f"{kind}-{refund or checkout.reference}"
    try:
        notify(checkout, event_id, kind, amount_cents, refund)
    except OSError as error:
        raise ProviderAway from error
