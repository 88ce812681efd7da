"""So many requests an hour from one network."""

import pytest
from django.core.cache import cache

from audience.domain.network_budget import is_spent, spend

pytestmark = pytest.mark.django_db


def test_a_network_spends_and_others_still_may():
    assert [spend("tries", "192.0.2.7", 2) for _ in range(3)] == [True, True, False]
    assert not spend("tries", "192.0.2.99", 2)
    assert spend("tries", "198.51.100.1", 2)
    assert spend("others", "192.0.2.7", 2)


def test_a_mailbox_is_no_network():
    assert spend("mailbox", "zoe@example.org", 1)
    assert not spend("mailbox", "zoe@example.org", 1)
    assert spend("mailbox", "max@example.org", 1)


def test_a_limit_that_runs_out_meanwhile(monkeypatch):
    def gone(name):
        raise ValueError(name)

    spend("tries", "192.0.2.7", 1)
    monkeypatch.setattr(cache, "incr", gone)
    assert spend("tries", "192.0.2.7", 1)


def test_looking_spends_nothing():
    assert not is_spent("tries", "192.0.2.7", 1)
    assert spend("tries", "192.0.2.7", 1)
    assert is_spent("tries", "192.0.2.7", 1)
    assert not is_spent("tries", "192.0.2.7", 2)
    assert not is_spent("tries", "198.51.100.1", 1)
