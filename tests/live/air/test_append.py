"""What viewers get next: never a hole in the numbers, never what was not on air."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from live.air.append import append_air, end_of
from live.models import AirSegment, Run
from tests.live.airing import at, deliver, make_feed, make_live_page, make_run, make_session

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
LOOP = 30


@pytest.fixture
def live_page(house):
    return make_live_page(house)


@pytest.fixture
def studio(live_page):
    return make_feed(live_page)


@pytest.fixture
def run(live_page, studio):
    return make_run(live_page, studio)


def append(run: Run, seconds: float, slate_segments: int = LOOP) -> list[AirSegment]:
    run.refresh_from_db()
    return append_air(run, at(seconds), slate_segments=slate_segments)


def aired(run: Run) -> list[tuple]:
    """Return (number, session's pk and segment or "slate" and its second, fresh start) of all."""
    rows = [
        (
            row.number,
            *(
                (row.source.session_id, row.source.number)
                if row.source
                else ("slate", row.slate_number)
            ),
            row.is_discontinuity,
        )
        for row in run.air.select_related("source")
    ]
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    return [row[1:] for row in rows]


def test_a_feed_is_aired_as_it_comes(run, studio):
    session = make_session(studio)
    deliver(session, 0)
    append(run, 1.1)
    assert append(run, 1.3) == []
    deliver(session, 1, 2)
    append(run, 3.1)
    assert aired(run) == [(session.pk, n, False) for n in (0, 1, 2)]
    assert [row.aired_at for row in run.air.all()] == [at(0), at(1), at(2)]


def test_what_came_before_the_run_is_not_shown(run, studio):
    session = make_session(studio, -60)
    deliver(session, *range(60), begins_s=-60)
    append(run, 0.1)
    assert aired(run) == [(session.pk, 59, False)]


def test_a_hole_in_a_session_is_a_fresh_start(run, studio):
    session = make_session(studio)
    deliver(session, 0)
    append(run, 1.1)
    deliver(session, 1, 3)
    append(run, 4.1)
    assert aired(run) == [(session.pk, 0, False), (session.pk, 1, False), (session.pk, 3, True)]


def test_the_showcaller_switches(run, live_page, studio):
    duplex = make_feed(live_page, "Dakar")
    here, there = make_session(studio), make_session(duplex, -10)
    deliver(there, *range(10), begins_s=-9.6)
    deliver(here, 0)
    append(run, 1.1)
    deliver(here, 1)
    append(run, 2.1)
    deliver(there, 10, 11, begins_s=0.4)
    Run.objects.filter(pk=run.pk).update(feed=duplex)
    # Segment 10 was over before what viewers have; 11 overlaps by less than a segment.
    append(run, 2.5)
    assert aired(run) == [(here.pk, 0, False), (here.pk, 1, False), (there.pk, 11, True)]
    deliver(there, 12, begins_s=2.4)
    append(run, 3.5)
    assert aired(run)[-1] == (there.pk, 12, False)
    deliver(here, 2, 3)
    Run.objects.filter(pk=run.pk).update(feed=studio)
    append(run, 4.1)
    assert aired(run)[-1] == (here.pk, 3, True)


def test_nothing_of_a_feed_before_it_was_on_air(run, live_page, studio):
    duplex = make_feed(live_page, "Dakar")
    here, there = make_session(studio), make_session(duplex)
    for second in range(5):
        deliver(here, second)
        deliver(there, second)
        append(run, second + 1.1)
    Run.objects.filter(pk=run.pk).update(feed=duplex)
    assert append(run, 5.3) == []
    deliver(there, 5)
    append(run, 6.1)
    assert aired(run)[5:] == [(there.pk, 5, True)]


def test_a_feed_that_falls_silent_gives_way_to_the_slate_after_two_seconds(run, studio):
    session = make_session(studio)
    deliver(session, 0)
    append(run, 1.1)
    assert append(run, 2.8) == []
    append(run, 2.9)
    append(run, 3.5)
    append(run, 4.5)
    assert aired(run) == [
        (session.pk, 0, False),
        ("slate", 0, True),
        ("slate", 1, False),
        ("slate", 2, False),
    ]
    assert end_of(run.air.last()) == at(4)


def test_a_sender_with_long_segments_is_waited_for(run, studio):
    session = make_session(studio)
    deliver(session, 0, length_s=4)
    append(run, 4.1)
    assert append(run, 8.8) == []
    append(run, 8.9)
    assert aired(run)[1] == ("slate", 0, True)


def test_one_who_left_is_not_waited_for(run, studio):
    session = make_session(studio, ended_at=at(1.2))
    deliver(session, 0)
    append(run, 1.3)
    append(run, 2.5)
    assert aired(run) == [(session.pk, 0, False), ("slate", 0, True)]


def test_the_feed_comes_back_in_another_session(run, studio):
    first = make_session(studio, ended_at=at(1))
    deliver(first, 0)
    append(run, 1.1)
    append(run, 4)
    again = make_session(studio, 4)
    assert append(run, 4.4) == []
    deliver(again, 0, 1, begins_s=4)
    append(run, 6.1)
    # Of what came while the slate was on, the newest is enough.
    assert aired(run)[-2:] == [("slate", 1, False), (again.pk, 1, True)]


def test_the_same_session_comes_back_after_the_slate_and_repeats_nothing(run, studio):
    session = make_session(studio)
    deliver(session, 0)
    append(run, 1.1)
    append(run, 3.5)
    assert append(run, 3.6) == []
    deliver(session, 1, begins_s=2.9)
    append(run, 3.9)
    assert aired(run)[-2:] == [("slate", 1, False), (session.pk, 1, True)]


def test_a_late_feed_gets_past_its_slate(run, studio):
    """Two rungs that are encoded come out two seconds late: the slate must not shut them out."""
    append(run, 0.2)
    for quarter in range(4 * 9):
        now_s = quarter / 4
        append(run, now_s)
        if quarter % 4 == 3 and now_s > 4:
            session = studio.sessions.first() or make_session(studio)
            deliver(session, session.segments.count(), begins_s=now_s - 3)
    assert [row[0] for row in aired(run)][-3:] == [session.pk] * 3


def test_the_slate_on_purpose_and_back(run, studio):
    session = make_session(studio)
    deliver(session, 0, 1)
    append(run, 1.1)
    append(run, 2.1)
    Run.objects.filter(pk=run.pk).update(shows_slate=True)
    deliver(session, 2, 3)
    assert append(run, 3.4) == []
    append(run, 4.6)
    Run.objects.filter(pk=run.pk).update(shows_slate=False)
    deliver(session, 4)
    append(run, 5.1)
    assert aired(run)[-3:] == [("slate", 0, True), ("slate", 1, False), (session.pk, 4, True)]


def test_without_a_feed_the_slate_keeps_pace_and_begins_again(live_page):
    run = make_run(live_page)
    for second in range(35):
        append(run, second)
        last = run.air.last()
        assert at(second) - end_of(last) < timedelta(seconds=2)
    rows = aired(run)
    assert rows[0] == ("slate", 0, False)
    assert rows[29:32] == [("slate", 29, False), ("slate", 0, True), ("slate", 1, False)]


def test_while_there_is_no_slate_nothing_stands_in(live_page):
    run = make_run(live_page)
    assert append(run, 5, slate_segments=0) == []


def test_after_a_long_night_the_slate_does_not_fill_it(live_page):
    run = make_run(live_page)
    append(run, 1)
    assert len(append(run, 8 * 3600)) == 1
    assert aired(run)[-1] == ("slate", 0, True)


def test_after_a_crash_the_feed_goes_on_where_it_was(run, studio):
    """Nothing is lost while no process appended: what was delivered is aired, without a hole."""
    session = make_session(studio)
    deliver(session, 0)
    append(run, 1.1)
    deliver(session, *range(1, 41))
    append(run, 41.2)
    assert aired(run) == [(session.pk, n, False) for n in range(41)]


def test_killed_between_two_rows(run, studio):
    session = make_session(studio)
    segments = deliver(session, 0, 1, 2)
    AirSegment.objects.create(
        run=run, number=1, source=segments[0], is_discontinuity=False, aired_at=at(0), length_s=1
    )
    append(run, 3.2)
    assert aired(run) == [(session.pk, n, False) for n in (0, 1, 2)]


def test_of_two_appenders_one_wins(run, studio, monkeypatch):
    """Both have read the same rows; the second writes nothing and reads again."""
    session = make_session(studio)
    deliver(session, 0)
    stale = Run.objects.get(pk=run.pk)
    last = run.air.select_related("source__session")

    class Stale:
        def select_related(self, *names):
            return self

        def last(self):
            return None

        def filter(self, **values):
            return last.filter(pk=None)

    append(run, 1.1)
    monkeypatch.setattr(type(stale), "air", Stale())
    assert append_air(stale, at(1.2), slate_segments=LOOP) == []
    monkeypatch.undo()
    deliver(session, 1)
    append(run, 2.1)
    assert aired(run) == [(session.pk, 0, False), (session.pk, 1, False)]


@pytest.mark.django_db(transaction=True)
def test_many_appenders_at_once(run, studio):
    session = make_session(studio)
    deliver(session, *range(3))
    gate = threading.Barrier(4)

    def work() -> None:
        try:
            mine = Run.objects.get(pk=run.pk)
            gate.wait()
            for number in range(20):
                append_air(mine, at(3.2 + number), slate_segments=LOOP)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    rows = aired(run)
    assert rows[0] == (session.pk, 2, False)
    assert [row[0] for row in rows[1:]] == ["slate"] * (len(rows) - 1)
    assert end_of(run.air.last()) <= at(22.7)
    assert len({row.aired_at for row in run.air.all()}) == len(rows) > 15


def test_an_unmade_number_is_refused_by_the_database(run):
    """The constraint is the truth."""
    values = {
        "run": run,
        "slate_number": 0,
        "is_discontinuity": False,
        "aired_at": at(0),
        "length_s": 1,
    }
    AirSegment.objects.create(number=1, **values)
    with pytest.raises(Exception, match="(?i)unique"):
        AirSegment.objects.create(number=1, **values)
