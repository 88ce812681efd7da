"""Sums of the ways by which people come."""

import pytest
from django.utils import timezone

from audience.domain import add_sources as module
from audience.domain.add_sources import add_sources, source_of
from audience.domain.days import day_of
from audience.models import DailySource
from audience.received import Arrival, ReceivedAct
from tests.audience.sharing import code_of

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
NOW = timezone.now()


def arrival(site="", **values):
    known = {"kind": "click", "day": day_of(NOW), "received_at": NOW}
    return Arrival(ReceivedAct(**{**known, **values}), site=site)


def sums():
    rows = DailySource.objects.filter(count__gt=0)
    return {(r.kind, r.origin, r.name): r.count for r in rows}


def test_each_act_has_one_source(meter):
    channel, own = code_of(meter), code_of(meter, secret="s")
    codes = {channel.code: channel, own.code: own}
    for _ in range(2):
        add_sources(
            meter,
            [
                arrival(came_by=channel.code, site="blog.example"),
                arrival(came_by=own.code, kind="view"),
                arrival(host="hote", site="blog.example"),
                arrival(site="blog.example"),
                arrival(),
                arrival(came_by="UNKNOWN000"),
                arrival(kind="offsite", host="code"),
            ],
            codes,
        )
    assert sums() == {
        ("click", "channel", "mastodon"): 2,
        ("view", "own", ""): 2,
        ("click", "widget", "hote"): 2,
        ("click", "site", "blog.example"): 2,
        ("click", "direct", ""): 4,
    }


def test_invented_sites_stand_together(meter, monkeypatch):
    monkeypatch.setattr(module, "MOST_SITES_PER_DAY", 2)
    add_sources(meter, [arrival(site=f"{name}.example") for name in "abc"], {})
    add_sources(meter, [arrival(site=f"{name}.example") for name in "abd"], {})
    assert sums() == {
        ("click", "site", "a.example"): 2,
        ("click", "site", "b.example"): 2,
        ("click", "site", ""): 2,
    }


def test_a_site_that_nobody_named():
    assert source_of(arrival(), {}) == ("direct", "")
