"""Tickets: the signed key that a form carries, under which what it sends is kept once.

The key is made when the form is shown and is the private address of what gets filed with it. So a
form that is sent twice files once, and nobody can file under a key that they chose.
"""

import secrets

from django.core import signing

TICKET_LASTS_S = 24 * 3600


def new_ticket(purpose: str) -> str:
    """Return a ticket for a form of `purpose`, with a key in it that nobody guesses (128 bits)."""
    return signing.TimestampSigner(salt=purpose).sign(secrets.token_urlsafe(16))


def key_of(ticket: str, purpose: str) -> str | None:
    """Return the key in a ticket of ours for `purpose` that is not a day old, else None."""
    try:
        return signing.TimestampSigner(salt=purpose).unsign(ticket, max_age=TICKET_LASTS_S)
    except signing.BadSignature:
        return None
