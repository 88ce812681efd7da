"""Replays that wait for their checklist, spans and chapters as rows."""

import pytest
from django.db import IntegrityError, transaction

from live.domain.lay_out_replay import lay_out_replay
from live.models import MediaSpan, Recording, ReplayChapter
from tests.live.replays import at, make_entry, make_live, make_replay, make_run

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def replay(house):
    return make_replay(house.home, "a" * 90)


def test_those_to_close_the_oldest_first(house, replay):
    late = Recording.objects.create(
        run=make_run(make_live(house.home, "Après"), "aa", ended_at=at(999))
    )
    closed = Recording.objects.create(run=make_run(make_live(house.home, "Clos")), closed_at=at(1))
    assert list(Recording.objects.to_close()) == [replay, late]
    assert closed.waits_since == at(0)
    assert str(replay) == str(replay.run)


def test_one_span_an_instant(replay):
    span = replay.spans.get()
    assert str(span).endswith("→ 0.0 s")
    with pytest.raises(IntegrityError), transaction.atomic():
        MediaSpan.objects.create(
            recording=replay, wall_from=span.wall_from, wall_to=at(1), replay_from_s=0
        )


def test_one_chapter_an_entry(replay):
    entry = make_entry(replay.run, "Nairobi", 30, 60)
    lay_out_replay(replay)
    chapter = ReplayChapter.objects.get()
    assert (str(chapter), chapter.entry) == ("Nairobi", entry)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReplayChapter.objects.create(
            recording=replay, title="Encore", wall_at=at(0), at_s=0, entry=entry
        )


def test_chapters_that_are_kept(replay):
    for title, at_s, is_hidden in (("ici", 3, False), ("caché", 4, True), ("derrière", 90, False)):
        ReplayChapter.objects.create(
            recording=replay, title=title, wall_at=at(at_s), at_s=at_s, is_hidden=is_hidden
        )
    assert [chapter.title for chapter in replay.chapters.kept()] == ["ici"]
