"""Names of public texts and of private pages, made at random."""

import secrets

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def new_code() -> str:
    """Return a public name: ten letters that nobody confuses (49 bits)."""
    return "".join(secrets.choice(_LETTERS) for _ in range(10))


def new_key() -> str:
    """Return the name of a private page, which nobody guesses (128 bits)."""
    return secrets.token_urlsafe(16)
