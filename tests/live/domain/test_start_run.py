"""A run begins with a copy of the plan, once, and shows no hidden place."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from live.domain.start_run import planned_start, start_run
from live.models import Run, RunCommand, RunEntry
from live.refusals import AlreadyLive, BeginsByItself, MayNotOperate, NotPublished

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_the_lines_are_copied_in_order(run, caller):
    entries = list(run.entries.all())
    assert [(one.title, one.planned_s, one.state) for one in entries] == [
        ("Accueil", 60, "waiting"),
        ("Dakar", 120, "waiting"),
        ("Questions", 180, "waiting"),
    ]
    assert entries[1].place == "Dakar, Sénégal"
    assert all(one.segment_key for one in entries)
    command = RunCommand.objects.get()
    assert (command.verb, command.version, command.who) == ("start", 1, caller)
    assert (run.entry, run.feed, run.version) == (None, None, 1)


def test_a_hidden_place_is_not_copied(make_show, caller):
    hidden = {"place": "Refuge", "country": "Nulle part", "hides_place": True}
    programme = make_show(lines=(("Un témoin", 60, hidden),))
    start_run(programme, caller, is_rehearsal=False)
    assert RunEntry.objects.get().place == ""


def test_it_is_started_once_and_rehearsed_beside(programme_on_debate, caller):
    start_run(programme_on_debate, caller, is_rehearsal=False)
    start_run(programme_on_debate, caller, is_rehearsal=True)
    for is_rehearsal in (False, True):
        with pytest.raises(AlreadyLive):
            start_run(programme_on_debate, caller, is_rehearsal=is_rehearsal)
    assert Run.objects.count() == 2


def test_a_draft_can_only_be_rehearsed(make_show, caller):
    draft = make_show(live=False)
    with pytest.raises(NotPublished):
        start_run(draft, caller, is_rehearsal=False)
    assert start_run(draft, caller, is_rehearsal=True).is_rehearsal


def test_who_may_not_operate_starts_nothing(programme_on_debate, make_user):
    with pytest.raises(MayNotOperate):
        start_run(programme_on_debate, make_user("ana", "live.watch_run"), is_rehearsal=True)
    assert not Run.objects.exists()


def test_in_a_rehearsal_hard_starts_move_along(make_show, caller):
    tomorrow = timezone.now() + timedelta(days=1)
    hard = {"hard_start_at": tomorrow + timedelta(minutes=10)}
    programme = make_show(starts_at=tomorrow, lines=(("Journal", 60, hard),))
    run = start_run(programme, caller, is_rehearsal=True)
    moved = run.entries.get().hard_start_at - run.started_at
    assert moved == timedelta(minutes=10)
    assert planned_start(run) == run.started_at


def test_the_plan_begins_as_announced_unless_the_show_was_moved(make_show, caller):
    run = start_run(make_show(), caller, is_rehearsal=False)
    assert planned_start(run) == run.programme.starts_at
    last_week = make_show(starts_at=timezone.now() - timedelta(days=7))
    moved = start_run(last_week, caller, is_rehearsal=False)
    assert planned_start(moved) == moved.started_at


@pytest.mark.django_db(transaction=True)
def test_of_two_who_start_at_once_one_does(programme_on_debate, caller):
    def begin(_):
        try:
            start_run(programme_on_debate, caller, is_rehearsal=False)
        except AlreadyLive as refusal:
            return refusal.code
        finally:
            connection.close()
        return "started"

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(begin, range(2))) == ["RUN-004", "started"]
    assert RunEntry.objects.count() == 3


def test_without_feeds_where_the_picture_comes_from_elsewhere(make_show, caller):
    page = make_show(outside_address="https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X")
    feed = page.feeds.create(name="Studio")
    page.segments.update(feed=feed)
    run = start_run(page, caller, is_rehearsal=False)
    assert [entry.feed for entry in run.entries.all()] == [None, None, None]


@pytest.mark.parametrize("is_rehearsal", [True, False])
def test_a_premiere_is_not_started(make_show, make_episode, caller, is_rehearsal):
    with pytest.raises(BeginsByItself):
        start_run(make_show(film=make_episode()), caller, is_rehearsal=is_rehearsal)
    assert not Run.objects.exists()
