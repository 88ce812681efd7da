"""What a session leaves behind, and what happens when a disk or a database does not take it."""

import logging
from collections.abc import Callable

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.db import DatabaseError

from live.domain.open_session import Opened
from live.enums import Door
from live.gateways.knock import FEEDS, Ear
from live.gateways.part_log import LOG_NAME, PartLog
from live.ingest import writer as module
from live.ingest.cutter import SOURCE, Cut, Seal, Write
from live.ingest.figures import Meter
from live.ingest.fragments import Head
from live.ingest.writer import PARTS_KEPT_S, Writer
from live.models import FeedSegment
from tests.live.airing import AT, make_feed, make_live_page, make_session

pytestmark = pytest.mark.django_db
STEPS = [
    Write(SOURCE, 0, 0, b"one", 0.36, True),
    Write(SOURCE, 0, 1, b"two", 0.28, False),
    Seal(SOURCE, 0),
    Cut(0, 1.0, (0.36, 0.28)),
]


class Desk:
    """Does everything at once, in this thread."""

    async def do(self, function: Callable, *given):
        return await sync_to_async(function)(*given)


@pytest.fixture
def root(settings, tmp_path):
    settings.LIVE_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def session(house):
    return make_session(make_feed(make_live_page(house)))


@pytest.fixture
def make_writer(session, root):
    def make(*, is_low_latency: bool = True) -> Writer:
        opened = Opened(session.pk, 1, session.folder, Door.RTMP, "", AT, is_low_latency)
        meter = Meter()
        meter.describe(SOURCE, Head(b"", 1, 1000, 640, 360, "avc1.4d401e"))
        (root / session.folder / SOURCE).mkdir(parents=True, exist_ok=True)
        return Writer(opened, Desk(), meter)

    return make


def test_files_log_and_row(make_writer, session, root):
    ear = Ear(FEEDS)
    async_to_sync(make_writer().do)(STEPS)
    folder = root / session.folder / SOURCE
    assert (folder / "0.m4s").read_bytes() == b"onetwo"
    log = PartLog(session.folder, SOURCE)
    log.read()
    assert [(part.count, part.length_s, part.is_independent) for part in log.of(0)] == [
        (0, 0.36, True),
        (1, 0.28, False),
    ]
    row = session.segments.get()
    assert (row.starts_at, row.length_s, row.parts) == (AT, 0.64, [0.36, 0.28])
    assert ear.has_heard()


def test_without_low_latency_there_is_no_log(make_writer, session, root):
    async_to_sync(make_writer(is_low_latency=False).do)(STEPS)
    assert not (root / session.folder / SOURCE / LOG_NAME).exists()
    assert session.segments.count() == 1


def test_a_segment_that_somebody_sealed_for_us_stays_as_it_is(make_writer, session, root):
    writer = make_writer()
    async_to_sync(writer.do)(STEPS[:1])
    module.segment_store.seal_segment(session.folder, SOURCE, 0)
    async_to_sync(writer.do)(STEPS[1:3])
    assert (root / session.folder / SOURCE / "0.m4s").read_bytes() == b"one"
    log = PartLog(session.folder, SOURCE)
    log.read()
    assert len(log.of(0)) == 1


def test_a_row_that_is_refused_comes_with_the_next(make_writer, session, monkeypatch, caplog):
    writer = make_writer()
    healthy = module.keep_segment

    def refuse(*arguments):
        raise DatabaseError("locked")

    monkeypatch.setattr(module, "keep_segment", refuse)
    with caplog.at_level(logging.ERROR):
        async_to_sync(writer.do)(STEPS)
    assert "waits for its row" in caplog.text
    monkeypatch.setattr(module, "keep_segment", healthy)
    following = [Write(SOURCE, 1, 0, b"three", 1.0, True), Seal(SOURCE, 1), Cut(1, 2.0, (1.0,))]
    async_to_sync(writer.do)(following)
    assert list(FeedSegment.objects.values_list("number", flat=True)) == [0, 1]


def test_parts_are_forgotten_after_a_while(make_writer, session, root, monkeypatch):
    writer = make_writer()
    async_to_sync(writer.do)(STEPS)
    folder = root / session.folder / SOURCE
    async_to_sync(writer.forget_parts)(writer.wrote_s)
    assert (folder / "0.0.m4s").exists()
    async_to_sync(writer.forget_parts)(writer.wrote_s + PARTS_KEPT_S + 5)
    assert not (folder / "0.0.m4s").exists()
    assert (folder / "0.m4s").exists()
