"""The clock of a run: drift, over and under, estimates with hard starts."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from live.domain.run_clock import read_clock

BEGIN = datetime(2026, 11, 28, 20, 0, tzinfo=UTC)


@dataclass
class Line:
    pk: int
    planned_s: int
    state: str = "waiting"
    started_at: datetime | None = None
    hard_start_at: datetime | None = None
    segment_key: str = "planned"


def at(minutes, seconds=0):
    return BEGIN + timedelta(minutes=minutes, seconds=seconds)


def on_air(pk, planned_s, started_at, **values):
    return Line(pk, planned_s, "on_air", started_at, **values)


def test_before_the_first_line_it_is_as_late_as_the_hour():
    lines = [Line(1, 60), Line(2, 120)]
    clock = read_clock(lines, BEGIN, at(0, 30))
    assert (clock.drift_s, clock.over_s, clock.ends_at) == (30, 0, None)
    assert clock.starts == {1: at(0, 30), 2: at(1, 30)}
    assert clock.show_ends_at == at(3, 30)
    assert read_clock(lines, BEGIN, at(-1)).drift_s == -60


def test_in_time_within_a_line():
    clock = read_clock([on_air(1, 60, BEGIN), Line(2, 120)], BEGIN, at(0, 20))
    assert (clock.drift_s, clock.over_s) == (0, -40)
    assert (clock.ends_at, clock.starts) == (at(1), {2: at(1)})


def test_a_line_that_takes_longer_pushes_what_follows():
    clock = read_clock([on_air(1, 60, BEGIN), Line(2, 120)], BEGIN, at(1, 45))
    assert (clock.drift_s, clock.over_s) == (45, 45)
    assert clock.starts == {2: at(1, 45)}


def test_a_late_start_stays_late():
    clock = read_clock([on_air(1, 60, at(2)), Line(2, 120)], BEGIN, at(2, 10))
    assert (clock.drift_s, clock.over_s) == (120, -50)


def test_a_hard_start_is_kept_and_ends_the_drift():
    hard = Line(3, 60, hard_start_at=at(10))
    lines = [on_air(1, 60, at(2)), Line(2, 120), hard, Line(4, 60)]
    clock = read_clock(lines, BEGIN, at(2, 10))
    assert clock.starts == {2: at(3), 3: at(10), 4: at(11)}
    late = read_clock([on_air(1, 60, at(9, 30)), hard], BEGIN, at(9, 40))
    assert (late.starts, late.drift_s) == ({3: at(10)}, 0)
    missed = read_clock([on_air(1, 60, at(9, 30)), hard], BEGIN, at(12))
    assert (missed.starts, missed.drift_s) == ({3: at(12)}, 120)


def test_what_is_put_in_makes_late_and_what_is_skipped_makes_early():
    put_in = Line(9, 30, segment_key="")
    clock = read_clock([on_air(1, 60, BEGIN), put_in, Line(2, 120)], BEGIN, at(0, 10))
    assert (clock.drift_s, clock.starts[2]) == (0, at(1, 30))
    taken = [Line(1, 60, "done", BEGIN), on_air(9, 30, at(1), segment_key=""), Line(2, 120)]
    assert read_clock(taken, BEGIN, at(1, 10)).drift_s == 30
    skipped = [on_air(1, 60, BEGIN), Line(2, 120, "skipped"), Line(3, 60)]
    assert read_clock(skipped, BEGIN, at(0, 10)).drift_s == -120


def test_the_last_line_drifts_by_the_end_of_the_show():
    lines = [Line(1, 60, "done", BEGIN), on_air(2, 120, at(1, 15))]
    clock = read_clock(lines, BEGIN, at(2))
    assert (clock.drift_s, clock.starts, clock.show_ends_at) == (15, {}, at(3, 15))


def test_lines_that_were_jumped_over_do_not_come():
    lines = [Line(1, 60), on_air(2, 120, BEGIN), Line(3, 60)]
    assert set(read_clock(lines, BEGIN, at(1)).starts) == {3}


def test_an_empty_run():
    clock = read_clock([], BEGIN, at(5))
    assert (clock.drift_s, clock.starts, clock.show_ends_at) == (300, {}, at(5))


def test_the_night_of_the_change_of_hour_counts_real_seconds():
    before = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    lines = [on_air(1, 3600, before), Line(2, 3600)]
    clock = read_clock(lines, before, before + timedelta(minutes=10))
    assert clock.starts[2] - before == timedelta(hours=1)


@given(
    lengths=st.lists(st.integers(1, 3600), min_size=1, max_size=12),
    now_s=st.integers(-3600, 36_000),
    hard=st.dictionaries(st.integers(1, 12), st.integers(-3600, 36_000), max_size=4),
)
def test_estimates_never_lie_in_the_past_and_each_line_has_one(lengths, now_s, hard):
    lines = [
        Line(pk, length, hard_start_at=at(0, hard[pk]) if pk in hard else None)
        for pk, length in enumerate(lengths, start=1)
    ]
    now = at(0, now_s)
    clock = read_clock(lines, BEGIN, now)
    assert set(clock.starts) == {line.pk for line in lines}
    assert all(start >= now for start in clock.starts.values())
    for line in lines:
        if line.hard_start_at and line.hard_start_at >= now:
            assert clock.starts[line.pk] == line.hard_start_at
