"""Who votes: the holder of a signed cookie, which somebody gets who is about to vote.

No account and no name: the cookie holds a random number and the second in which it was made. Rows
hold a keyed hash of the number, so nobody who reads them can vote for somebody else.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from audience.domain.people import person_of_cookie
from audience.domain.signing import open_signed, sign
from audience.domain.tokens import new_nonce

COOKIE = "voix"
COOKIE_MAX_AGE_S = 180 * 24 * 3600
_PURPOSE = "voters"


@dataclass(frozen=True, slots=True)
class Voter:
    """`name` is the hash that stands in rows of votes, `since` when the cookie was made."""

    name: str
    since: datetime


def new_cookie(now: datetime) -> str:
    """Return the cookie of somebody who votes for the first time."""
    return sign(f"{new_nonce()}.{int(now.timestamp()):x}", _PURPOSE)


def voter_of(cookie: str) -> Voter | None:
    """Return the voter who holds `cookie`, or None for one that we did not make."""
    body = open_signed(cookie, _PURPOSE)
    if body is None:
        return None
    number, _, second = body.rpartition(".")
    return Voter(person_of_cookie(number), datetime.fromtimestamp(int(second, 16), UTC))
