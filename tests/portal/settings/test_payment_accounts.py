"""The host's file of payment accounts is read once, when the site starts."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.settings.payment_accounts import read_accounts


def test_tables_are_accounts(tmp_path):
    file = tmp_path / "accounts.toml"
    file.write_text('[stripe-pont]\nprovider = "stripe"\nname = "Épicerie"\n', encoding="utf-8")
    assert read_accounts(str(file)) == {"stripe-pont": {"provider": "stripe", "name": "Épicerie"}}
    assert read_accounts("") == {}


@pytest.mark.parametrize("text", ["[", 'provider = "stripe"\n'])
def test_what_cannot_be_read_stops_the_start(tmp_path, text):
    file = tmp_path / "accounts.toml"
    file.write_text(text)
    with pytest.raises(ImproperlyConfigured, match="PAYMENT_ACCOUNTS_FILE"):
        read_accounts(str(file))
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        read_accounts(str(tmp_path / "nothing.toml"))
