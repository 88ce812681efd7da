"""The accounts at payment providers, with their keys: a file of the host's, never the database."""

import tomllib
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

Accounts = dict[str, dict[str, Any]]


def read_accounts(file: str) -> Accounts:
    """Return the accounts that a TOML file names, each a table; none for an empty name.

    Raises ImproperlyConfigured when it cannot be read.
    """
    if not file:
        return {}
    try:
        read = tomllib.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(
            f"PAYMENT_ACCOUNTS_FILE: {file} cannot be read as TOML ({error})."
        ) from error
    if not all(isinstance(account, dict) for account in read.values()):
        raise ImproperlyConfigured(
            f"PAYMENT_ACCOUNTS_FILE: {file} has lines outside of its [accounts]."
        )
    return read
