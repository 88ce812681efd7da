"""Making a code of one's own, and too many of them."""

import pytest
from django.core.cache import cache

from campaigns.domain.make_host import MOST_PER_NETWORK, TooManyHosts, make_host
from campaigns.models import EmbedHost

pytestmark = pytest.mark.django_db


def host() -> EmbedHost:
    return EmbedHost(name="Zoé", address="https://zoe.example/")


def test_a_host_is_kept():
    made = make_host(host(), "192.0.2.7")
    assert EmbedHost.objects.get() == made


def test_a_network_makes_so_many_and_others_still_may():
    for _ in range(MOST_PER_NETWORK):
        make_host(host(), "192.0.2.7")
    with pytest.raises(TooManyHosts) as refusal:
        make_host(host(), "192.0.2.99")  # the same network
    assert (refusal.value.code, refusal.value.status) == ("EMB-001", 429)
    assert EmbedHost.objects.count() == MOST_PER_NETWORK
    make_host(host(), "198.51.100.1")
    cache.clear()
    make_host(host(), "192.0.2.7")


def test_the_address_is_kept_nowhere():
    make_host(host(), "192.0.2.7")
    assert not any("192.0.2" in key for key in cache._cache)


def test_a_limit_that_runs_out_meanwhile(monkeypatch):
    def gone(name):
        raise ValueError(name)

    make_host(host(), "192.0.2.7")
    monkeypatch.setattr(cache, "incr", gone)
    make_host(host(), "192.0.2.7")
    assert EmbedHost.objects.count() == 2
