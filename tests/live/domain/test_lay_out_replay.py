"""Spans and length are written once, however often they are made."""

import pytest

from live.domain.lay_out_replay import lay_out_replay, locked_recording
from live.models import MediaSpan
from tests.live.replays import at, make_entry, make_live, make_replay, make_run, put_on_air

pytestmark = pytest.mark.django_db


def rows(recording):
    return list(recording.spans.values_list("wall_from", "wall_to", "replay_from_s"))


def test_spans_and_length(house):
    recording = make_replay(house.home, "aa  bbb")
    assert recording.length_s == 5
    assert rows(recording) == [(at(0), at(2), 0.0), (at(4), at(7), 2.0)]


def test_again_gives_the_same(house):
    recording = make_replay(house.home, "aa  bbb")
    before = rows(recording)
    assert lay_out_replay(lay_out_replay(recording)).length_s == 5
    assert rows(recording) == before
    assert MediaSpan.objects.count() == 2


def test_what_arrives_late_is_taken_in(house):
    recording = make_replay(house.home, "")
    assert (recording.length_s, rows(recording)) == (0, [])
    put_on_air(recording.run, "aaa")
    assert lay_out_replay(recording).length_s == 3


def test_other_runs_are_left_alone(house):
    recording = make_replay(house.home, "aa")
    make_run(make_live(house.home, "Autre"), "bbbb")
    assert lay_out_replay(recording).length_s == 2


def test_the_row_is_read_afresh(house):
    recording = make_replay(house.home, "aa")
    recording.length_s = 99
    assert locked_recording(recording).length_s == 2


def test_as_many_queries_for_an_hour_as_for_a_minute(house, django_assert_max_num_queries):
    recording = make_replay(house.home, "a" * 1_800 + " " + "b" * 1_800)
    for number in range(20):
        make_entry(recording.run, f"Partie {number}", 100 * number, 100 * number + 99)
    with django_assert_max_num_queries(16):
        lay_out_replay(recording)
    assert recording.chapters.kept().count() == 20
