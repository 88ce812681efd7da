"""Names that cannot be guessed, and what we keep of those that open something."""

import hashlib
import secrets


def new_public_key() -> str:
    """Return a name that stands in addresses (16 characters)."""
    return secrets.token_hex(8)


def new_secret() -> str:
    """Return a stream key or the end of a private link (22 characters). It is shown once."""
    return secrets.token_urlsafe(16)


def digest_of(secret: str) -> str:
    """Return what the database keeps of `secret` (64 characters); it opens nothing."""
    return hashlib.sha256(secret.encode()).hexdigest()
