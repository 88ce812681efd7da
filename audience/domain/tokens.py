"""The one-use token of a button: made for nobody in particular, used up by one act.

A page that everybody reads from a cache can hold no token. The button fetches one when it comes
into view; the token says when that was, on our clock, and how the act will be named.
"""

import secrets
import time
from dataclasses import dataclass

from audience.domain.signing import open_signed, sign
from audience.enums import Reason

SHOWN_AT_LEAST_MS = 1_000
VALID_MS = 12 * 3600 * 1000
_PURPOSE = "tokens"


class TokenRefused(Exception):
    """The token does not allow an act; `reason` says why, `nonce` names it when it is ours."""

    def __init__(self, reason: Reason, nonce: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.nonce = nonce


@dataclass(frozen=True, slots=True)
class ActToken:
    """What a token of ours says: for which meter, kind and host, since when, under which name."""

    meter_key: str
    kind: str
    host: str
    issued_ms: int
    nonce: str

    def text(self) -> str:
        """Return the token as it travels."""
        body = f"{self.meter_key}.{self.kind}.{self.host}.{self.issued_ms:x}.{self.nonce}"
        return sign(body, _PURPOSE)


def now_ms() -> int:
    """Return the server's clock in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def new_nonce() -> str:
    """Return a name for an act to come; no two are alike."""
    return secrets.token_urlsafe(16)


def new_token(meter_key: str, kind: str, host: str = "") -> ActToken:
    """Return a fresh token; no two are alike."""
    return ActToken(meter_key, kind, host, now_ms(), new_nonce())


def read_token(text: str, meter_key: str, kind: str, at_ms: int) -> ActToken:
    """Return what the token `text` says, when it allows this act at the instant `at_ms`.

    Raises TokenRefused: forged (also when made for another meter or kind), expired, or too fast
    (which a clock that was set back looks like, too: the button then fetches another token).
    """
    body = open_signed(text, _PURPOSE)
    if body is None:
        raise TokenRefused(Reason.TOKEN_FORGED)
    parts = body.split(".")
    token = ActToken(parts[0], parts[1], parts[2], int(parts[3], 16), parts[4])
    if (token.meter_key, token.kind) != (meter_key, kind):
        raise TokenRefused(Reason.TOKEN_FORGED)
    age_ms = at_ms - token.issued_ms
    if age_ms > VALID_MS:
        raise TokenRefused(Reason.TOKEN_EXPIRED, token.nonce)
    if age_ms < SHOWN_AT_LEAST_MS:
        raise TokenRefused(Reason.TOO_FAST, token.nonce)
    return token
