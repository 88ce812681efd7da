"""All links, by words and state, with what each brought."""

import pytest

from audience.domain.count_acts import count_acts
from audience.domain.list_share_links import find_share_links, listed
from audience.models import Meter
from tests.audience.sharing import code_of, leek  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_words(meter, leek):  # noqa: F811
    first = code_of(meter)
    second = code_of(None, key="9", code="7K3M9Q2R0X")
    other = code_of(Meter.objects.create(name="Cent pommes"), key="10")
    assert list(find_share_links("POIREAU")) == [first]
    assert list(find_share_links("pommes")) == [other]
    assert list(find_share_links(" https://potager.example/s/7k3m9q2rox")) == [second]
    assert list(find_share_links("nothing like it")) == []
    assert list(find_share_links()) == [other, second, first]


def test_states(meter, offer, leek):  # noqa: F811
    channel, own = code_of(meter), code_of(meter, secret="s", maker="zoe")
    gone = code_of(meter, key="9", revoked_at="2026-11-01T12:00Z")
    count_acts([offer(came_by=channel.code), offer(came_by=channel.code)])
    count_acts([offer(came_by=own.code, person="zoe")])
    assert list(find_share_links(state="used")) == [channel]
    assert list(find_share_links(state="own")) == [own]
    assert list(find_share_links(state="revoked")) == [gone]


def test_sums(meter, offer, leek, django_assert_num_queries):  # noqa: F811
    channel, own = code_of(meter), code_of(meter, secret="s", maker="zoe")
    lost = code_of(None, key="9")
    count_acts(
        [
            offer(came_by=channel.code, person="max"),
            offer(came_by=channel.code, person="max", kind="view"),
            offer(came_by=own.code, person="zoe"),
        ]
    )
    with django_assert_num_queries(1):
        links = listed([channel, own, lost])
    found = [(link.code, link.subject, link.acts, link.people) for link in links]
    assert found == [(channel, leek, 2, 1), (own, leek, 0, 0), (lost, None, 0, 0)]
