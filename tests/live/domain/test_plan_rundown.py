"""Hours of a rundown: soft and hard starts, places far away, nights in which the clocks change."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live.domain.plan_rundown import plan_rundown

PARIS, MONTREAL = ZoneInfo("Europe/Paris"), ZoneInfo("America/Montreal")
EVENING = datetime(2026, 12, 8, 20, 30, tzinfo=PARIS)


@dataclass
class Part:
    planned_s: int = 600
    hard_start_at: datetime | None = None
    time_zone: str = ""


def hours(plan, zone) -> list[str]:
    return [one.starts_at.astimezone(zone).strftime("%H:%M") for one in plan.parts]


def test_soft_starts_follow_each_other():
    plan = plan_rundown([Part(600), Part(90), Part(30)], EVENING)
    assert hours(plan, PARIS) == ["20:30", "20:40", "20:41"]
    assert plan.length_s == 720
    assert plan.ends_at == EVENING + timedelta(minutes=12)
    assert not plan.has_trouble


def test_a_hard_start_leaves_a_gap_or_is_run_into():
    at = EVENING + timedelta(minutes=15)
    gap = plan_rundown([Part(600), Part(60, at)], EVENING).parts[1]
    assert (gap.starts_at, gap.gap_s, gap.overrun_s, gap.is_hard) == (at, 300, 0, True)
    late = plan_rundown([Part(1200), Part(60, at), Part(60)], EVENING)
    assert [one.overrun_s for one in late.parts] == [0, 300, 0]
    assert late.parts[2].starts_at == at + timedelta(minutes=1)
    assert late.has_trouble


def test_hours_of_places_and_who_is_in_bed():
    parts = [
        Part(1800, time_zone="America/Montreal"),
        Part(1800, time_zone="Pacific/Noumea"),
        Part(600),
    ]
    montreal, noumea, studio = plan_rundown(parts, EVENING).parts
    assert montreal.starts_there.strftime("%H:%M") == "14:30"
    assert noumea.starts_there.strftime("%a %H:%M") == "Wed 07:00"
    assert [one.is_at_night for one in (montreal, noumea, studio)] == [False, False, False]
    assert studio.starts_there is None


@pytest.mark.parametrize(
    ("hour", "minutes", "is_night"),
    [
        (6, 59, True),
        (7, 59, False),
        (22, 60, False),
        (22, 61, True),
        (23, 1, True),
        (3, 5, True),
        (8, 1440, True),
    ],
)
def test_night_is_from_23_to_7(hour, minutes, is_night):
    at = datetime(2026, 12, 8, hour, tzinfo=MONTREAL)
    (one,) = plan_rundown([Part(minutes * 60, time_zone="America/Montreal")], at).parts
    assert one.is_at_night is is_night


def test_the_night_in_which_europe_turns_its_clocks_back():
    """25 October 2026: 3:00 becomes 2:00. Three hours from 1:00 end at 3:00 by the clock."""
    begins = datetime(2026, 10, 25, 1, 0, tzinfo=PARIS)
    plan = plan_rundown([Part(3600, time_zone="Europe/Paris") for _ in range(4)], begins)
    assert hours(plan, PARIS) == ["01:00", "02:00", "02:00", "03:00"]
    assert [one.starts_there.utcoffset() // timedelta(hours=1) for one in plan.parts] == [
        2,
        2,
        1,
        1,
    ]
    assert plan.length_s == 4 * 3600
    # Montréal turns a week later: for these days it is only five hours behind.
    (one,) = plan_rundown([Part(time_zone="America/Montreal")], begins + timedelta(hours=5)).parts
    assert one.starts_there.strftime("%H:%M") == "01:00"


def test_the_night_in_which_europe_turns_its_clocks_forward():
    """28 March 2027: 2:00 becomes 3:00. A part of one hour from 1:30 ends at 3:30."""
    begins = datetime(2027, 3, 28, 1, 30, tzinfo=PARIS)
    plan = plan_rundown([Part(3600), Part(3600)], begins)
    assert hours(plan, PARIS) == ["01:30", "03:30"]
    assert plan.ends_at.astimezone(PARIS).strftime("%H:%M") == "04:30"
    montreal = plan_rundown([Part(time_zone="America/Montreal")], begins).parts[0]
    assert montreal.starts_there.strftime("%a %H:%M") == "Sat 20:30"


def test_the_nights_of_montreal():
    """America turned on 14 March 2027, two weeks before Europe, and back on 1 November 2026."""
    forward = datetime(2027, 3, 14, 1, 0, tzinfo=MONTREAL)
    assert hours(plan_rundown([Part(3600), Part(3600)], forward), MONTREAL) == ["01:00", "03:00"]
    back = datetime(2026, 11, 1, 0, 30, tzinfo=MONTREAL)
    plan = plan_rundown([Part(3600), Part(3600), Part(3600)], back)
    assert hours(plan, MONTREAL) == ["00:30", "01:30", "01:30"]


def test_a_hard_start_in_the_hour_that_comes_twice():
    second = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=PARIS)
    plan = plan_rundown([Part(3600), Part(60, second)], datetime(2026, 10, 25, 1, 30, tzinfo=PARIS))
    assert plan.parts[1].gap_s == 3600
    assert plan.parts[1].overrun_s == 0


def test_what_cannot_be_computed_yet_is_left_out():
    plan = plan_rundown([Part(None, time_zone="Mars/Olympus"), Part(60)], EVENING)
    assert plan.length_s == 60
    assert plan.parts[0].starts_there is None
    assert plan_rundown([], EVENING).ends_at == EVENING


instants = st.integers(0, 2 * 365 * 86_400).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
zones = st.sampled_from(["", "Europe/Paris", "America/Montreal", "Asia/Kathmandu", "Pacific/Apia"])
parts = st.builds(
    Part,
    planned_s=st.integers(1, 6 * 3600),
    hard_start_at=st.none() | instants,
    time_zone=zones,
)


@given(st.lists(parts, max_size=12), instants)
def test_each_part_begins_where_it_must_and_lasts_as_long_as_it_says(rundown, begins):
    plan = plan_rundown(rundown, begins)
    free_at = begins
    for part, one in zip(rundown, plan.parts, strict=True):
        assert (one.ends_at - one.starts_at).total_seconds() == part.planned_s
        assert one.starts_at == (part.hard_start_at or free_at)
        assert one.gap_s - one.overrun_s == int((one.starts_at - free_at).total_seconds())
        assert one.gap_s == 0 or one.overrun_s == 0
        assert one.starts_there is None or one.starts_there == one.starts_at
        free_at = one.ends_at
