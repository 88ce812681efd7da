"""The keeper: all open runs, whatever happens to one of them."""

import threading
from concurrent.futures import Future

import pytest
from django.db import DatabaseError

from live.air import keeper as module
from live.air.keeper import Keeper, keep_air
from live.models import Run
from media.errors import EncoderFailed
from tests.live.airing import deliver, make_feed, make_live_page, make_run, make_session

pytestmark = pytest.mark.django_db


class AtOnce:
    """Paints while the keeper waits."""

    def submit(self, work, *arguments):
        done = Future()
        done.set_result(work(*arguments))
        return done


@pytest.fixture
def keeper(monkeypatch):
    # Nothing here may close the connection of the test.
    monkeypatch.setattr(module, "close_old_connections", lambda: None)
    monkeypatch.setattr(module.connection, "close", lambda: None)
    return Keeper(AtOnce())


@pytest.fixture
def slate(monkeypatch):
    monkeypatch.setattr(module.slates, "make_slate", lambda programme: f"slate-{programme.pk}")


@pytest.fixture
def run(house):
    page = make_live_page(house)
    return make_run(page, make_feed(page))


def test_nothing_is_live(keeper, run):
    Run.objects.update(ended_at=run.started_at)
    assert not keeper.work()
    assert not run.air.exists()


def test_the_slate_is_made_at_the_first_need_and_kept(keeper, run, slate, monkeypatch):
    assert keeper.work()
    run.refresh_from_db()
    assert run.slate_key == f"slate-{run.programme_id}"
    monkeypatch.setattr(module.slates, "make_slate", None)
    keeper.work()
    assert run.air.get().slate_number == 0


def test_a_feed_does_not_wait_for_the_slate(keeper, run, monkeypatch, caplog):
    def fail(programme):
        raise EncoderFailed("no")

    monkeypatch.setattr(module.slates, "make_slate", fail)
    monkeypatch.setattr(module, "SLATE_AGAIN_AFTER_S", 0)
    deliver(make_session(run.feed), 0)
    keeper.work()
    assert run.air.get().source.number == 0
    assert "The slate of run" in caplog.text
    run.refresh_from_db()
    assert run.slate_key == ""


def test_a_run_that_fails_leaves_the_others_alone(keeper, run, house, slate, monkeypatch, caplog):
    page = make_live_page(house, "Un autre")
    other = make_run(page, make_feed(page))
    deliver(make_session(other.feed), 0)
    real = module.append_air

    def append(each, now, **options):
        if each == run:
            raise DatabaseError("locked")
        return real(each, now, **options)

    monkeypatch.setattr(module, "append_air", append)
    assert keeper.work()
    assert other.air.count() == 1
    assert run.key in caplog.text


def test_a_database_that_does_not_answer_is_asked_again(keeper, monkeypatch, caplog):
    def broken(*conditions, **values):
        raise DatabaseError("gone")

    monkeypatch.setattr(Run.objects, "filter", broken)
    assert not keeper.work()
    assert "cannot be read" in caplog.text


def test_it_stops_when_told(monkeypatch):
    stop = threading.Event()
    passes = []

    def work(self):
        passes.append(1)
        if len(passes) == 3:
            stop.set()
        return True

    monkeypatch.setattr(Keeper, "work", work)
    monkeypatch.setattr(module, "PASS_EVERY_S", 0.001)
    keep_air(stop)
    assert len(passes) == 3


def test_a_picture_from_elsewhere_is_no_air_of_ours(keeper, slate, run):
    run.programme.outside_address = "https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
    run.programme.save()
    assert not keeper.work()
    assert not run.air.exists()
    run.refresh_from_db()
    assert run.slate_key == ""
