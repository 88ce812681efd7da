"""The accounts of associations at payment providers, as the host wrote them down.

Each table of the file named by PAYMENT_ACCOUNTS_FILE is one gateway, under the name of the table:
so each association is paid into its own account. Keys stand there only, never in the database.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from fundraising.gateways.helloasso import HelloAsso
from fundraising.gateways.payments import Gateway
from fundraising.gateways.stripe_checkout import StripeCheckout

Account = Mapping[str, Any]
# It stands in addresses and beside each gift.
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")
_MAKERS: dict[str, Callable[[str, Account], Gateway]] = {
    "stripe": StripeCheckout.from_account,
    "helloasso": HelloAsso.from_account,
}


def gateways_of(accounts: Mapping[str, Account]) -> list[Gateway]:
    """Return the gateway of each account. Raises ImproperlyConfigured, naming what is missing."""
    return [_gateway(name, account) for name, account in accounts.items()]


def _gateway(name: str, account: Account) -> Gateway:
    if not _NAME.fullmatch(name) or name == "test":
        raise ImproperlyConfigured(
            f"Payment account “{name}”: name it with up to 20 small letters, digits and hyphens, "
            "and not “test”."
        )
    maker = _MAKERS.get(account.get("provider", ""))
    if maker is None:
        known = ", ".join(_MAKERS)
        raise ImproperlyConfigured(f"Payment account “{name}”: provider is one of {known}.")
    try:
        return maker(name, account)
    except KeyError as missing:
        raise ImproperlyConfigured(f"Payment account “{name}”: {missing} is missing.") from missing
