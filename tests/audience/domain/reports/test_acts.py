"""The sums of acts are those of the acts."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audience.domain.count_acts import count_acts
from audience.domain.reports.acts import (
    ExportedDay,
    counted_by_host,
    counted_by_meter,
    exported_days,
    sums_of_acts,
)
from audience.domain.reports.period import Period
from audience.models import Act, DailyTotal, Meter

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

FIRST = date(2026, 3, 28)
# The night in which the clocks go forward is among them.
PERIOD = Period(FIRST, FIRST + timedelta(days=2))


def at(days: int) -> datetime:
    noon = datetime(2026, 3, 28, 12, tzinfo=timezone.get_default_timezone())
    return noon + timedelta(days=days)


def test_each_day_with_its_kinds(meter, offer):
    count_acts([offer(received_at=at(0)) for _ in range(3)])
    count_acts([offer(received_at=at(2), kind="view"), offer(received_at=at(2))])
    count_acts([offer(received_at=at(3)), offer(received_at=at(-1))])
    sums = sums_of_acts(PERIOD)
    assert [(day.day, day.counted) for day in sums.days] == [
        (FIRST, 3),
        (FIRST + timedelta(days=1), 0),
        (FIRST + timedelta(days=2), 2),
    ]
    assert sums.kinds == {"click": 4, "view": 1}
    assert (sums.counted, sums.received) == (5, 5)


def test_how_acts_ended(meter, offer):
    count_acts([offer(received_at=at(0), person="zoe") for _ in range(3)])
    sums = sums_of_acts(PERIOD)
    assert sums.verdicts == {"counted": 1, "refused": 2}
    assert (sums.counted, sums.received) == (1, 3)
    assert sums.days[0].counted == 1


def test_of_one_campaign_or_of_all(meter, offer):
    other = Meter.objects.create(name="Autre")
    count_acts([offer(received_at=at(0)), offer(received_at=at(0), meter_key=other.key)])
    count_acts([offer(received_at=at(0), meter_key=other.key, host="hote")])
    assert sums_of_acts(PERIOD).counted == 3
    assert sums_of_acts(PERIOD, other.pk).counted == 2
    assert counted_by_meter(PERIOD) == {meter.pk: {"click": 1}, other.pk: {"click": 2}}
    assert counted_by_host(PERIOD) == {"": {"click": 2}, "hote": {"click": 1}}
    assert counted_by_host(PERIOD, meter.pk) == {"": {"click": 1}}


def test_the_lines_of_an_export(meter, offer):
    count_acts([offer(received_at=at(0), person="zoe") for _ in range(2)])
    count_acts([offer(received_at=at(1), host="hote", kind="view")])
    second = FIRST + timedelta(days=1)
    assert list(exported_days(PERIOD)) == [
        ExportedDay(FIRST, "Deux kilos", "click", "", 1, 1, 0),
        ExportedDay(second, "Deux kilos", "view", "hote", 1, 0, 0),
    ]
    assert list(exported_days(PERIOD, meter.pk + 1)) == []


def test_nothing_yet():
    sums = sums_of_acts(PERIOD)
    assert (sums.kinds, sums.counted, len(sums.days)) == ({}, 0, 3)
    assert counted_by_meter(PERIOD) == counted_by_host(PERIOD) == {}


def test_totals_that_were_taken_back_are_no_host(meter):
    DailyTotal.objects.create(
        meter=meter, day=FIRST, kind="click", host="hote", verdict="counted", count=0
    )
    assert counted_by_host(PERIOD) == {}


ONE = st.tuples(
    st.integers(-1, 3), st.sampled_from(["click", "view"]), st.sampled_from(["", "hote"]),
    st.sampled_from(["zoe", "omar"]),
)  # fmt: skip


@given(st.lists(ONE, max_size=12))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_same_as_from_the_acts_themselves(meter, offer, drawn):
    Act.objects.all().delete()
    DailyTotal.objects.all().delete()
    count_acts(
        [offer(received_at=at(d), kind=kind, host=host, person=who) for d, kind, host, who in drawn]
    )
    acts = Act.objects.filter(day__range=(PERIOD.first, PERIOD.last))
    sums = sums_of_acts(PERIOD)
    assert sums.verdicts == Counter(acts.values_list("verdict", flat=True))
    counted = list(acts.filter(verdict="counted").values_list("day", "kind", "host"))
    found = {(day.day, kind): n for day in sums.days for kind, n in day.kinds.items()}
    assert found == Counter((day, kind) for day, kind, _host in counted)
    hosts = {(h, k): n for h, kinds in counted_by_host(PERIOD).items() for k, n in kinds.items()}
    assert hosts == Counter((host, kind) for _day, kind, host in counted)
    assert sum(line.counted for line in exported_days(PERIOD)) == len(counted)
