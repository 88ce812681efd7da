"""Cuts at both ends, with what hangs on them."""

import pytest
from wagtail.models import PageLogEntry

from live.domain.close_live import close_live
from live.domain.trim_replay import trim_replay
from live.models import Recording
from live.replay_refusals import MayNotFinish, NothingLeft, ReplayChanged
from tests.live.replays import make_entry, make_replay, tick_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def replay(house):
    recording = make_replay(house.home, "a" * 60 + "-" * 20 + "b" * 30)
    make_entry(recording.run, "Nairobi", 90, None)
    return recording


def test_head_and_tail(replay, admin):
    found = trim_replay(replay, admin, head_s=5, tail_s=10)
    assert (found.length_s, found.version) == (95, 2)
    assert found.trim_checked_at is not None
    assert found.chapters.get().at_s == 85
    assert PageLogEntry.objects.filter(page=replay.run.programme, user=admin).exists()


def test_slates(replay, admin):
    assert trim_replay(replay, admin, head_s=0, tail_s=0, slate_cut_s=19).length_s == 90
    assert trim_replay(replay, admin, head_s=0, tail_s=0, slate_cut_s=20).length_s == 110


def test_looked_at_and_left_as_it_is(replay, admin):
    tick_all(replay)
    found = trim_replay(replay, admin, head_s=0, tail_s=0)
    assert found.version == 1
    assert found.chapters_checked_at is not None


def test_another_cut_asks_for_a_look_at_the_chapters(replay, admin):
    tick_all(replay)
    assert trim_replay(replay, admin, head_s=1, tail_s=0).chapters_checked_at is None


def test_after_it_was_closed_it_stays_closed(replay, admin, make_film):
    close_live(tick_all(replay), admin, is_public=True)
    Recording.objects.update(video=make_film())
    found = trim_replay(replay, admin, head_s=1, tail_s=0)
    assert (found.is_public, found.video) == (True, None)
    assert found.chapters_checked_at is not None


def test_a_film_stays_when_nothing_was_cut(replay, admin, make_film):
    film = make_film()
    Recording.objects.update(video=film)
    assert trim_replay(replay, admin, head_s=0, tail_s=0).video == film


def test_somebody_was_faster(replay, admin):
    trim_replay(replay, admin, head_s=1, tail_s=0, seen=1)
    with pytest.raises(ReplayChanged):
        trim_replay(replay, admin, head_s=2, tail_s=0, seen=1)
    assert Recording.objects.get().head_trim_s == 1


@pytest.mark.parametrize(("head_s", "tail_s"), [(110, 0), (60, 50), (0, 5_000)])
def test_something_must_be_left(replay, admin, head_s, tail_s):
    with pytest.raises(NothingLeft) as refused:
        trim_replay(replay, admin, head_s=head_s, tail_s=tail_s)
    assert "1:50" in str(refused.value)
    recording = Recording.objects.get()
    assert (recording.head_trim_s, recording.trim_checked_at) == (0, None)


def test_not_by_everybody(replay, make_user):
    with pytest.raises(MayNotFinish):
        trim_replay(replay, make_user("ana"), head_s=1, tail_s=0)
