"""Accounts of the host's file become gateways; what is missing is named."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from fundraising.gateways.accounts import gateways_of

STRIPE = {"provider": "stripe", "secret_key": "sk_live_x", "webhook_secrets": ["whsec_x"]}


def test_each_association_has_its_own():
    one, other = gateways_of({"stripe-pont": STRIPE, "stripe-boussole": STRIPE})
    assert (one.key, other.key) == ("stripe-pont", "stripe-boussole")
    assert "stripe-pont" in one.name
    assert gateways_of({}) == []


def test_both_providers():
    names = {"organization": "pont", "client_id": "x", "client_secret": "y"}
    [made] = gateways_of({"helloasso-pont": names | {"provider": "helloasso", "sandbox": True}})
    assert made.is_test
    with pytest.raises(ImproperlyConfigured, match="'client_id' is missing"):
        gateways_of({"pont": {"provider": "helloasso", "organization": "pont"}})


@pytest.mark.parametrize(
    ("name", "account", "words"),
    [
        ("test", STRIPE, "not “test”"),
        ("Le Pont", STRIPE, "small letters"),
        ("a" * 21, STRIPE, "20"),
        ("pont", STRIPE | {"provider": "radis"}, "stripe"),
        ("pont", {"provider": "stripe"}, "'webhook_secrets' is missing"),
    ],
)
def test_what_is_wrong_is_said_when_the_site_starts(name, account, words):
    with pytest.raises(ImproperlyConfigured, match=words):
        gateways_of({name: account})
