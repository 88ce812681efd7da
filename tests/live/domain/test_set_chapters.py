"""Chapters by hand: renamed, moved, added, taken away, put back."""

import pytest

from live.domain.lay_out_replay import lay_out_replay
from live.domain.set_chapters import Written, set_chapters
from live.domain.trim_replay import trim_replay
from live.models import Recording, ReplayChapter
from live.replay_refusals import ChapterOutside, MayNotFinish
from tests.live.replays import make_entry, make_replay

pytestmark = pytest.mark.django_db


@pytest.fixture
def replay(house):
    recording = make_replay(house.home, "a" * 90)
    make_entry(recording.run, "Nairobi", 30, 60)
    return lay_out_replay(recording)


@pytest.fixture
def chapter(replay):
    return replay.chapters.get()


def shown(replay):
    return list(replay.chapters.kept().values_list("title", "at_s", "is_set_by_hand"))


def test_only_looked_at(replay, chapter, admin):
    found = set_chapters(replay, admin, [Written(chapter.pk, "Nairobi", 30)])
    assert found.chapters_checked_at is not None
    assert shown(replay) == [("Nairobi", 30.0, False)]


def test_renamed_it_still_follows_the_cuts(replay, chapter, admin):
    set_chapters(replay, admin, [Written(chapter.pk, "Kenya", 30)])
    trim_replay(replay, admin, head_s=10, tail_s=0)
    assert shown(replay) == [("Kenya", 20.0, False)]


def test_moved_it_stays_until_its_time_is_taken_out(replay, chapter, admin):
    set_chapters(replay, admin, [Written(chapter.pk, "Nairobi", 33)])
    trim_replay(replay, admin, head_s=10, tail_s=0)
    assert shown(replay) == [("Nairobi", 33.0, True)]
    set_chapters(replay, admin, [Written(chapter.pk, "Nairobi", None)])
    assert shown(replay) == [("Nairobi", 20.0, False)]


def test_added_and_taken_away(replay, chapter, admin):
    set_chapters(replay, admin, [Written(None, "Bêtisier", 75), Written(None, "", None)])
    added = replay.chapters.get(title="Bêtisier")
    assert (added.at_s, added.is_set_by_hand) == (75, True)
    set_chapters(replay, admin, [Written(added.pk, "Bêtisier", 75, is_gone=True)])
    assert not ReplayChapter.objects.filter(pk=added.pk).exists()


def test_taken_away_and_put_back(replay, chapter, admin):
    set_chapters(replay, admin, [Written(chapter.pk, "Nairobi", 30, is_gone=True)])
    assert shown(lay_out_replay(replay)) == []
    set_chapters(replay, admin, [Written(chapter.pk, "Nairobi", 30)])
    assert shown(replay) == [("Nairobi", 30.0, False)]


def test_the_film_follows(replay, chapter, admin, make_film):
    film = make_film()
    Recording.objects.update(is_public=True, video=film)
    set_chapters(replay, admin, [Written(chapter.pk, "Kenya", 30)])
    assert list(film.chapters.values_list("title", flat=True)) == ["Tour du monde", "Kenya"]


def test_behind_the_end(replay, chapter, admin):
    with pytest.raises(ChapterOutside) as refused:
        set_chapters(replay, admin, [Written(chapter.pk, "Kenya", 95)])
    assert ("1:35" in str(refused.value), "1:30" in str(refused.value)) == (True, True)
    assert shown(replay) == [("Nairobi", 30.0, False)]


def test_those_of_others_are_left_alone(replay, chapter, house, admin):
    other = make_replay(house.home, "b" * 90, title="Autre")
    set_chapters(other, admin, [Written(chapter.pk, "Pris", 1)])
    assert shown(replay) == [("Nairobi", 30.0, False)]


def test_not_by_everybody(replay, make_user):
    with pytest.raises(MayNotFinish):
        set_chapters(replay, make_user("ana"), [])
