"""Rows as manifests need them, in a fixed number of questions."""

import pytest
from django.utils import timezone

from live.air import slates
from live.air.read_air import PROMISES_KEPT_WITHIN, qualities, read_air
from live.models import AirPromise, AirSegment, Run
from tests.live.airing import at, deliver, make_feed, make_live_page, make_run, make_session

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def run(house):
    page = make_live_page(house)
    return make_run(page, make_feed(page), slate_key="0123456789abcdef")


def air(run, number, **values):
    values = {"is_discontinuity": False, "aired_at": at(number), "length_s": 1, **values}
    AirSegment.objects.create(run=run, number=number, **values)


def test_a_session_and_the_slate(run, django_assert_num_queries):
    session = make_session(run.feed, 0, "360p")
    for number, segment in enumerate(deliver(session, 7, 8), start=1):
        air(run, number, source=segment)
    air(run, 3, slate_number=0, is_discontinuity=True)
    with django_assert_num_queries(3):
        first, second, slate = read_air(run.pk, 0).rows
    assert (first.folder, first.map_name, first.file_number) == (session.folder, session.folder, 7)
    assert first.rungs == {"source", "360p"}
    assert (second.number, second.aired_at, second.length_s) == (2, at(2), 1)
    assert (slate.folder, slate.map_name, slate.file_number) == (
        "slate/0123456789abcdef",
        "slate",
        0,
    )
    assert slate.rungs == {"source"}


def test_only_what_is_new(run):
    air(run, 1, slate_number=0)
    air(run, 2, slate_number=1)
    assert [row.number for row in read_air(run.pk, 1).rows] == [2]
    assert read_air(run.pk, 2).rows == []


def test_the_end(run):
    assert read_air(run.pk, 0).ended_at is None
    run.ended_at = at(60)
    run.save()
    assert read_air(run.pk, 0).ended_at == at(60)


def test_a_session_without_measured_rungs_has_its_source(run):
    air(run, 1, source=deliver(make_session(run.feed, rungs={}), 0)[0])
    assert read_air(run.pk, 0).rows[0].rungs == {"source"}


def test_qualities_are_those_of_the_latest_sessions(run):
    facts = {
        "width_px": 1920,
        "height_px": 1080,
        "peak_bps": 6_500_000,
        "codecs": "avc1.640028,mp4a.40.2",
    }
    make_session(run.feed, -900, "240p", ended_at=at(-800))
    make_session(run.feed, 0, "360p")
    other = make_feed(run.programme, "Dakar")
    make_session(other, 0, rungs={"source": facts, "480p": {"width_px": 1}})
    found = qualities(run.pk)
    assert [quality.rung for quality in found] == ["source", "360p"]
    assert (found[0].peak_bps, found[0].height_px, found[0].codecs) == (
        6_500_000,
        1080,
        "avc1.640028,mp4a.40.2",
    )


def test_before_anybody_publishes_there_is_the_slate(run, monkeypatch):
    monkeypatch.setattr(slates, "slate_codecs", lambda key: f"codecs of {key}")
    (only,) = qualities(run.pk)
    assert (only.rung, only.codecs) == ("source", "codecs of 0123456789abcdef")


def test_without_a_slate_there_is_nothing_yet(run):
    run.slate_key = ""
    run.save()
    assert qualities(run.pk) == []


def test_what_is_promised_follows_what_was_aired(run):
    session = make_session(run.feed)
    segments = deliver(session, 0)
    air(run, 1, source=segments[0])
    assert read_air(run.pk, 0).promised is None
    Run.objects.update(is_low_latency=True)
    AirPromise.objects.create(
        run=run, number=2, session=session, source_number=1, is_discontinuity=True, aired_at=at(1)
    )
    for after in (0, 1):
        news = read_air(run.pk, after)
        assert news.has_parts
        assert (news.promised.number, news.promised.file_number) == (2, 1)
        assert (news.promised.folder, news.promised.length_s) == (session.folder, 0)
        assert news.promised.is_discontinuity
    # Somebody has read on already.
    assert read_air(run.pk, 2).promised is None


def test_a_run_is_over_when_its_promise_is_kept_or_too_old(run):
    session = make_session(run.feed)
    air(run, 1, source=deliver(session, 0)[0])
    AirPromise.objects.create(
        run=run, number=2, session=session, source_number=1, is_discontinuity=False, aired_at=at(1)
    )
    now = timezone.now()
    Run.objects.update(ended_at=now)
    assert read_air(run.pk, 0).ended_at is None
    Run.objects.update(ended_at=now - PROMISES_KEPT_WITHIN)
    news = read_air(run.pk, 0)
    assert (news.ended_at, news.promised) == (now - PROMISES_KEPT_WITHIN, None)
    AirPromise.objects.all().delete()
    Run.objects.update(ended_at=now)
    assert read_air(run.pk, 0).ended_at == now
