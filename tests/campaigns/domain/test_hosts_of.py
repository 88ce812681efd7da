"""Which sites bring acts."""

import pytest

from audience.models import Meter
from campaigns.domain.hosts_of import LEAST_ACTS, HostCredit, hosts_of
from campaigns.models import EmbedHost

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def make_host():
    def make(name: str, **values: object) -> EmbedHost:
        return EmbedHost.objects.create(name=name, address="https://www.zoe.example/a", **values)

    return make


def test_the_best_first_and_each_with_its_counted_acts(meter, act, make_host):
    zoe, max_ = make_host("Zoé"), make_host("Max")
    act(3, host=zoe.key)
    act(5, host=max_.key)
    act(9)
    act(4, host=zoe.key, refusal="bot")
    found = hosts_of(meter)
    assert [(one.name, one.acts, one.domain) for one in found] == [
        ("Max", 5, "zoe.example"),
        ("Zoé", 3, "zoe.example"),
    ]
    assert hosts_of(meter, most=1) == [HostCredit("Max", max_.address, 5)]


def test_few_acts_unknown_keys_and_closed_hosts_are_not_named(meter, act, make_host):
    small, closed = make_host("Petit"), make_host("Fermé", is_open=False)
    act(LEAST_ACTS - 1, host=small.key)
    act(LEAST_ACTS, host=closed.key)
    act(LEAST_ACTS, host="unknown123")
    assert hosts_of(meter) == []
    assert [one.name for one in hosts_of(meter, least_acts=1)] == ["Petit"]


def test_equals_stand_in_the_order_of_their_names(meter, act, make_host):
    for name in ("b", "A", "c"):
        act(3, host=make_host(name).key)
    assert [one.name for one in hosts_of(meter)] == ["A", "b", "c"]


def test_each_campaign_has_its_own(meter, act, make_host):
    act(3, host=make_host("Zoé").key)
    assert hosts_of(Meter.objects.create(name="Autre")) == []


def test_many_hosts_cost_two_questions(meter, act, make_host, django_assert_num_queries):
    for name in "abcdefghijkl":
        act(3, host=make_host(name).key)
    with django_assert_num_queries(2):
        assert len(hosts_of(meter)) == 10
