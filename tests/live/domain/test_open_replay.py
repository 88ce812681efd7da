"""The replay of a run that has ended: once, by whichever worker."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from live.domain.open_replay import open_replay, open_replays
from live.models import MediaSpan, Recording, ReplayChapter, Run
from tests.live.replays import make_entry, make_live, make_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(house):
    run = make_run(make_live(house.home), "aaaa bbb")
    make_entry(run, "Accueil", 0, 4)
    return run


def test_a_run_that_has_ended(run):
    assert open_replays() == 1
    recording = Recording.objects.get()
    assert (recording.run, recording.length_s, recording.is_public) == (run, 7, False)
    assert recording.chapters.get().title == "Accueil"
    assert open_replays() == 0


def test_what_goes_on_was_a_rehearsal_or_ended_just_now_waits(house, run):
    Run.objects.filter(pk=run.pk).update(ended_at=None)
    make_run(make_live(house.home, "Essai"), "aa", is_rehearsal=True)
    assert open_replays() == 0
    Run.objects.filter(pk=run.pk).update(ended_at=timezone.now())
    assert open_replays() == 0
    assert not Recording.objects.exists()


def test_nothing_was_on_air(house):
    recording = open_replay(make_run(make_live(house.home)))
    assert (recording.length_s, recording.waits_since) == (0, recording.run.ended_at)


@pytest.mark.django_db(transaction=True)
@pytest.mark.databases
def test_two_workers_make_one(run):
    def work(_):
        try:
            return open_replay(Run.objects.get(pk=run.pk)).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(work, range(4)))
    assert len(made) == 1
    assert (Recording.objects.count(), ReplayChapter.objects.count()) == (1, 1)
    assert MediaSpan.objects.count() == 2
