"""Codes as they are printed and typed: twelve symbols, easy to read, with a check.

The alphabet is Crockford's base 32 (no I, L, O, U). Eleven symbols are random, 55 bits. The twelfth
makes a weighted sum over the field of 32 elements vanish, each place having another weight: one
wrong symbol, or any two that changed places, never pass.
Source: Crockford, “Base 32”, 2002; for the sum, any text on Reed-Solomon codes.
"""

import base64
import hmac
import secrets
from functools import cache

from django.conf import settings

from audience.errors import CodeEmpty, CodeMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
GROUP = 4
# Nobody types more than this; it is not even looked at.
MOST_TYPED = 64
_SAME = str.maketrans({"O": "0", "I": "1", "L": "1"})
_VALUES = {symbol: value for value, symbol in enumerate(ALPHABET)}


def _powers() -> tuple[int, ...]:
    """Return the powers of a primitive element of GF(32), whose polynomial is x⁵ + x² + 1."""
    found, power = [], 1
    for _ in range(31):
        found.append(power)
        power = power << 1 ^ (0b100101 if power & 0b10000 else 0)
    return tuple(found)


_POWERS = _powers()
_LOGS = {power: place for place, power in enumerate(_POWERS)}


def check_symbol(symbols: str) -> str:
    """Return the symbol that follows `symbols`, eleven of the alphabet."""
    total = 0
    for place, symbol in enumerate(symbols, 1):
        value = _VALUES[symbol]
        if value:
            total ^= _POWERS[(_LOGS[value] + place) % 31]
    return ALPHABET[total]


def new_code() -> str:
    """Return a code that nobody can guess."""
    number = secrets.randbits(5 * (LENGTH - 1))
    symbols = "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH - 1))
    return symbols + check_symbol(symbols)


def printed(code: str) -> str:
    """Return `code` as it is printed, in groups: 7K3M-Q2RT-9X0V."""
    return "-".join(code[first : first + GROUP] for first in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """Return the code that `typed` means: in any case, with O for 0, I or L for 1, any spacing.

    Raises CodeEmpty, or CodeMistyped when it cannot be a code.
    """
    if not typed.strip():
        raise CodeEmpty
    kept = (symbol for symbol in typed[:MOST_TYPED].upper() if symbol.isalnum())
    code = "".join(kept).translate(_SAME)
    if len(code) != LENGTH or not set(code) <= _VALUES.keys():
        raise CodeMistyped
    if check_symbol(code[:-1]) != code[-1]:
        raise CodeMistyped
    return code


def digest_of(code: str) -> str:
    """Return the keyed hash under which a new code is kept."""
    return _digest(settings.SECRET_KEY, code)


def digests_of(code: str) -> list[str]:
    """Return the hashes under which a code may be kept: keys that were replaced go on working."""
    known = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [_digest(str(secret), code) for secret in known]


def _digest(secret: str, code: str) -> str:
    digest = hmac.digest(_key(secret), code.encode(), "sha256")
    return base64.urlsafe_b64encode(digest)[:22].decode()


@cache
def _key(secret: str) -> bytes:
    return hmac.digest(secret.encode(), b"audience.codes", "sha256")
