"""How people came and how often pages were shared, from sums alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.reports.period import last_days
from audience.domain.reports.sources import (
    exported_shares,
    exported_sources,
    sums_of_shares,
    sums_of_sources,
)
from audience.models import DailyShares, DailySource, Meter
from tests.audience.sharing import code_of

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
TODAY = timezone.localdate()
BEFORE = TODAY - timedelta(days=1)


@pytest.fixture
def period():
    return last_days(3, TODAY)


@pytest.fixture
def sources(meter):
    other = Meter.objects.create(name="Autre")

    def add(count, *source, day=TODAY, kind="click", meter=meter):
        origin, name = source
        DailySource.objects.create(
            meter=meter, day=day, kind=kind, origin=origin, name=name, count=count
        )

    add(3, "channel", "x")
    add(2, "channel", "x", kind="view")
    add(4, "direct", "", day=BEFORE)
    add(5, "site", "blog.example", meter=other)
    add(9, "own", "", day=TODAY - timedelta(days=9))


def test_sources(sources, period, meter, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = sums_of_sources(period, meter.pk)
    assert found.named == {("channel", "x"): {"click": 3, "view": 2}, ("direct", ""): {"click": 4}}
    assert [(day.day, day.origins) for day in found.days] == [
        (TODAY - timedelta(days=2), {}),
        (BEFORE, {"direct": 4}),
        (TODAY, {"channel": 5}),
    ]
    assert found.origins == ["channel", "direct"]
    assert sums_of_sources(period).origins == ["channel", "site", "direct"]


def test_exported_sources(sources, period, meter):
    assert [tuple(row) for row in exported_sources(period, meter.pk)] == [
        (BEFORE, "Deux kilos", "click", "direct", "", 4),
        (TODAY, "Deux kilos", "click", "channel", "x", 3),
        (TODAY, "Deux kilos", "view", "channel", "x", 2),
    ]
    assert len(list(exported_sources(period))) == 4


def test_shares(meter, period, django_assert_num_queries):
    mastodon, own = code_of(meter), code_of(None, secret="s")
    DailyShares.objects.create(code=mastodon, day=TODAY, count=7)
    DailyShares.objects.create(code=mastodon, day=BEFORE, count=1)
    DailyShares.objects.create(code=own, day=TODAY, count=9)
    with django_assert_num_queries(1):
        found = sums_of_shares(period)
    assert list(found.channels.items()) == [("own", 9), ("mastodon", 8)]
    assert [count for _day, count in found.days] == [0, 1, 16]
    assert found.count == 17
    assert sums_of_shares(period, meter.pk).channels == {"mastodon": 8}
    assert [tuple(row) for row in exported_shares(period)] == [
        (BEFORE, "Deux kilos", "leek", "7", "mastodon", 1),
        (TODAY, "Deux kilos", "leek", "7", "mastodon", 7),
        (TODAY, "", "leek", "7", "own", 9),
    ]
