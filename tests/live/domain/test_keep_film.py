"""A public replay becomes a film of the library: one, whatever crashes, and anew after each cut."""

from pathlib import Path

import pytest
from django.conf import settings
from django_tasks_db.models import DBTaskResult

from live.domain import keep_film as module
from live.domain.close_live import close_live
from live.domain.keep_film import keep_film, keep_films
from live.domain.lay_out_replay import lay_out_replay
from live.domain.trim_replay import trim_replay
from live.enums import EntryState
from live.models import FeedSession, Recording, ReplayFilm
from media.domain.encode.run import run_job
from media.enums import VideoState
from media.errors import EncoderTimedOut, Stopped
from media.models import EncodeJob, Upload, Video
from tests.live.replays import NOON, make_entry, make_replay, tick_all
from tests.media.gateways.ffmpeg.test_join_stretches import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _store(tmp_path, settings):
    settings.LIVE_ROOT = tmp_path / "live"


@pytest.fixture
def replay(house, admin):
    """Two real sessions of another size each, on air for 3 s each, and closed."""
    recording = make_replay(house.home, "aaabbb")
    make_entry(recording.run, "Nairobi", 3, 6, state=EntryState.DONE)
    for session, size in zip(
        FeedSession.objects.order_by("pk"), ("320x180", "240x180"), strict=True
    ):
        folder = Path(settings.LIVE_ROOT, session.folder, "source")
        publish(folder, size=size)
        width, height = size.split("x")
        FeedSession.objects.filter(pk=session.pk).update(width_px=width, height_px=height)
    # The second session began when it was put on air: its numbers count from there.
    for segment in recording.run.air.filter(number__gte=3).select_related("source"):
        segment.source.number -= 3
        segment.source.save()
    close_live(tick_all(recording), admin, is_public=True)
    return Recording.objects.get()


@pytest.fixture
def blank(house, admin):
    """A public replay that is all slate: nothing to read from the disk."""
    close_live(tick_all(make_replay(house.home, "--")), admin, is_public=True)
    return Recording.objects.get()


def encode():
    """Be the worker of the library until nothing is left."""
    while job := EncodeJob.objects.filter(state="waiting").order_by("kind", "index").first():
        DBTaskResult.objects.all().delete()
        if not run_job(job.pk):
            break


def keep():
    """Ask for the film and be the worker that joins it."""
    keep_films()
    return keep_film(ReplayFilm.objects.get().pk)


def test_from_segments_to_the_page(replay):
    assert keep_films() == 1
    assert keep_film(replay.film.pk)
    video = Video.objects.get()
    assert video.title == "Tour du monde 01.06.2026"
    keep_films()
    replay.refresh_from_db()
    assert replay.video is None, "not before it is ready"
    encode()
    keep_films()
    replay.refresh_from_db()
    video.refresh_from_db()
    assert (replay.video, video.state) == (video, VideoState.READY)
    assert video.duration == pytest.approx(6, abs=0.2)
    assert (video.width, video.height) == (320, 180)
    chapters = list(video.chapters.values_list("start_s", "title"))
    assert chapters == [(0, "Tour du monde"), (3, "Nairobi")]


def test_asked_for_once(replay):
    assert [keep_films(), keep_films()] == [1, 0]
    assert keep_film(replay.film.pk)
    assert not keep_film(replay.film.pk), "handed over already"
    assert Video.objects.count() == 1


@pytest.mark.parametrize("change", ["not public", "empty"])
def test_not_every_replay(blank, change):
    values = {"is_public": False} if change == "not public" else {"length_s": 0}
    Recording.objects.update(**values)
    assert keep_films() == 0


def test_a_new_cut_is_the_next_version_of_the_same_film(blank, admin):
    assert keep()
    trim_replay(blank, admin, head_s=1, tail_s=0)
    ReplayFilm.objects.update(asked_at=None)
    assert keep()
    video = Video.objects.get()
    assert video.encodings.count() == 2
    assert ReplayFilm.objects.get().version == 2


def test_after_a_crash_what_was_handed_over_is_not_joined_again(blank, monkeypatch):
    def crash(upload):
        raise RuntimeError("out of power")

    with monkeypatch.context() as patched:
        patched.setattr(module, "finish_upload", crash)
        keep()
    assert (Video.objects.count(), Upload.objects.count()) == (0, 1)
    monkeypatch.setattr(module, "join_stretches", None)
    assert keep_film(blank.film.pk)
    assert (Video.objects.count(), Upload.objects.count()) == (1, 1)


def test_half_handed_over_is_handed_over_anew(blank, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(module.upload_store, "adopt_part", lambda key, path: None)
        keep()
    assert Video.objects.count() == 0
    assert keep_film(blank.film.pk)
    assert (Video.objects.count(), Upload.objects.count()) == (1, 1)


def test_what_went_wrong_stands_there(blank, monkeypatch):
    def fail(*args, **named):
        raise EncoderTimedOut("too long")

    monkeypatch.setattr(module, "join_stretches", fail)
    for _ in range(3):
        assert keep()
    film = ReplayFilm.objects.get()
    assert (film.error_code, film.attempts, film.leased_until) == ("MED-020", 3, None)
    assert keep_films() == 0
    assert not keep_film(film.pk)


def test_published_once_more_it_is_tried_once_more(blank, admin, monkeypatch):
    ReplayFilm.objects.create(
        recording=blank, attempts=3, wanted_version=1, error_code="MED-024", asked_at=NOON
    )
    assert keep_films() == 0
    for is_public in (False, True):
        close_live(blank, admin, is_public=is_public)
    assert keep()
    assert Video.objects.exists()


def test_a_recording_whose_files_are_gone_says_so(house, admin):
    close_live(tick_all(make_replay(house.home, "aa")), admin, is_public=True)
    assert keep()
    assert ReplayFilm.objects.get().error_code == "MED-011"


def test_stopped_when_it_is_not_wanted_any_more(blank, monkeypatch):
    def stop(*args, **named):
        raise Stopped

    monkeypatch.setattr(module, "join_stretches", stop)
    assert keep()
    film = ReplayFilm.objects.get()
    assert (film.error_code, film.leased_until, film.version) == ("", None, 0)


def test_a_film_that_was_deleted_is_not_made_again(blank):
    keep()
    Video.objects.get().delete()
    ReplayFilm.objects.update(asked_at=None)
    assert keep_films() == 0
    assert lay_out_replay(blank).video is None
