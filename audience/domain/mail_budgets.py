"""How many mails somebody may set off in a day, so that nobody floods a stranger's inbox.

A slot is a row under a unique constraint: however many ask at once, in however many processes, no
more slots are taken than there are. Names are hashes made with the day's key, which is destroyed.
"""

import base64
import hmac
from datetime import date

from django.db import IntegrityError, transaction

from audience.domain.people import daily_secret, network_of
from audience.models import MailSlot

MOST_PER_ADDRESS = 3
MOST_PER_NETWORK = 40


def take_slot_of_address(email: str, day: date, most: int = MOST_PER_ADDRESS) -> bool:
    """Take one of the mails that may go to `email` on `day`; False when `most` are taken.

    What stands behind a + leads to the same inbox, so it takes from the same slots.
    """
    name, _, domain = email.lower().rpartition("@")
    inbox = f"m{name.partition('+')[0]}@{domain}".encode()
    digest = hmac.digest(daily_secret(day), inbox, "sha256")
    return _take(base64.urlsafe_b64encode(digest)[:22].decode(), day, most)


def take_slot_of_network(network_address: str, day: date) -> bool:
    """Take one of the mails that people of this network may set off on `day`."""
    return _take(network_of(network_address, "follow", day), day, MOST_PER_NETWORK)


def _take(who: str, day: date, most: int) -> bool:
    while (taken := MailSlot.objects.filter(who=who, day=day).count()) < most:
        try:
            with transaction.atomic():
                MailSlot.objects.create(who=who, day=day, number=taken)
        except IntegrityError:  # Somebody else took it meanwhile: look again.
            continue
        return True
    return False
