"""What a payment provider has to do for us, and which ones there are.

Money never touches the site: a gateway sends the donor to the provider's own page, and reads the
signed notifications in which the provider tells what became of it. A provider's module registers
itself when the app is ready.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.utils.functional import Promise


class NotificationForged(Exception):
    """A notification does not carry the provider's signature, or carries an old one."""


class NotificationUnreadable(Exception):
    """A signed notification says something that we do not understand."""


class ProviderUnreachable(Exception):
    """A provider did not answer, or not what it has to."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A gift about to be paid, once or each month. `reference` is ours.

    `return_url` is where the donor comes back having paid, `back_url` without.
    """

    reference: str
    amount_cents: int
    currency: str
    label: str
    return_url: str
    back_url: str = ""
    is_monthly: bool = False


@dataclass(frozen=True, slots=True)
class Refund:
    """Cents to give back of the payment `provider_ref`. The same `key` again is one refund."""

    reference: str
    provider_ref: str
    amount_cents: int
    currency: str
    key: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A standing order to end: our `reference`, and the provider's name of it, `order_ref`."""

    reference: str
    order_ref: str


@dataclass(frozen=True, slots=True)
class Fee:
    """What a provider keeps of each payment from a day on: hundredths of a percent, and cents."""

    since: date
    share_bps: int
    fixed_cents: int


@dataclass(frozen=True, slots=True)
class Notification:
    """What a provider tells of a payment: `kind` is an EventKind.

    `reference` is ours, `event_id` the provider's name of this telling: the same one twice is one.
    `amount_cents` is what was paid, or what the refund or the complaint `refund_ref` took back.
    With an `instalment`, the provider's name of one month, `reference` is a monthly gift's and
    `order_ref` the provider's name of the standing order, where it says it.
    """

    event_id: str
    kind: str
    reference: str
    amount_cents: int
    currency: str
    occurred_at: datetime
    is_test: bool
    refund_ref: str = ""
    provider_ref: str = ""
    instalment: str = ""
    order_ref: str = ""


@dataclass(frozen=True, slots=True)
class OrderNotification:
    """What a provider tells of a standing order: `kind` is a MonthlyEventKind.

    `order_ref` is the provider's name of the order, "" where it does not say it.
    """

    event_id: str
    kind: str
    reference: str
    occurred_at: datetime
    is_test: bool
    order_ref: str = ""


class Gateway(Protocol):
    """A provider, or one account at it."""

    @property
    def key(self) -> str:
        """Its name in addresses and beside gifts."""
        ...

    @property
    def is_test(self) -> bool:
        """Whether its gifts are no money."""
        ...

    @property
    def origin(self) -> str:
        """The origin of its pages, "" for our own: what a form may lead to."""
        ...

    @property
    def name(self) -> str | Promise:
        """What people call it."""
        ...

    def is_on(self) -> bool:
        """Say whether gifts can be made with it now."""
        ...

    @property
    def can_refund(self) -> bool:
        """Whether we can ask it to give money back; otherwise people do, in its back office."""
        ...

    def refund(self, refund: Refund) -> None:
        """Ask it to give money back; it tells when it did. Raises ProviderUnreachable."""
        ...

    @property
    def offers_monthly(self) -> bool:
        """Whether gifts can come back each month, without an end that is known beforehand."""
        ...

    def stop(self, stop: Stop) -> None:
        """Ask it to end a standing order; it tells when it did. Ended already, nothing happens.

        Raises ProviderUnreachable.
        """
        ...

    def back_office(self, provider_ref: str) -> str:
        """Return where the association finds a payment, "" where there is no such place."""
        ...

    def fee(self, on: date, is_monthly: bool = False) -> Fee | None:
        """Return what it keeps of a payment made on a day, None for nothing or unknown."""
        ...

    def begin(self, checkout: Checkout) -> str:
        """Return the address of the provider's page on which this gift is paid.

        Raises ProviderUnreachable.
        """
        ...

    def is_trusted_from(self, network_address: str) -> bool:
        """Whether what comes from there costs us nothing in vain: it is signed, or its own."""
        ...

    def read(
        self, headers: Mapping[str, str], body: bytes
    ) -> list[Notification | OrderNotification]:
        """Return what a request tells about gifts of this site, nothing perhaps.

        Raises NotificationForged, NotificationUnreadable or ProviderUnreachable.
        """
        ...


def fee_on(fees: Iterable[Fee], on: date) -> Fee | None:
    """Return the fee of `fees` that holds on a day."""
    return max((fee for fee in fees if fee.since <= on), key=lambda fee: fee.since, default=None)


_gateways: dict[str, Gateway] = {}


def register_gateway(gateway: Gateway) -> None:
    """Let funds take gifts through `gateway`."""
    _gateways[gateway.key] = gateway


def gateway_named(key: str) -> Gateway | None:
    """Return the gateway, or None: what was registered once may be gone."""
    return _gateways.get(key)


def gateway_choices() -> list[tuple[str, str | Promise]]:
    """Return the gateways as the choices of a form."""
    return [(one.key, one.name) for one in _gateways.values()]
