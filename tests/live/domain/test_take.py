"""TAKE advances by one line, whoever presses it and however often."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from live.domain.hold_run import hold_run
from live.domain.show_slate import show_slate
from live.domain.take import take
from live.domain.take_entry import take_entry
from live.models import Run, RunEntry
from live.refusals import AlreadyTaken, NothingNext, Overtaken, RunIsHeld, RunIsOver

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def rested(run):
    """Return the run as it is when its last TAKE was a while ago."""
    before = timezone.now() - timedelta(seconds=1)
    Run.objects.filter(pk=run.pk).update(taken_at=before)
    run.commands.update(at=before)
    return Run.objects.get(pk=run.pk)


def test_it_goes_through_the_lines_and_takes_their_feeds(run, caller, make_feed):
    studio, dakar = make_feed("Studio", "studio"), make_feed()
    one, two, three = run.entries.all()
    RunEntry.objects.filter(pk=two.pk).update(feed=dakar)
    run = take(run, caller, 1, believed=None)
    assert (run.entry, run.feed, run.version) == (one, studio, 2)
    run = take(rested(run), caller, 2, believed=one.pk)
    assert (run.entry, run.feed) == (two, dakar)
    one.refresh_from_db()
    assert one.state == "done"
    assert one.ended_at == run.taken_at
    run = take(rested(run), caller, 3, believed=two.pk)
    assert (run.entry, run.feed) == (three, studio)
    with pytest.raises(NothingNext):
        take(rested(run), caller, 4, believed=three.pk)
    assert list(run.entries.values_list("state", flat=True)) == ["done", "done", "on_air"]


def test_twice_within_300_ms_is_once(run, caller):
    run = take(run, caller, 1, believed=None)
    for seen in (1, 2):
        with pytest.raises(AlreadyTaken) as refused:
            take(run, caller, seen, believed=run.entry_id if seen == 2 else None)
        assert "sam" in str(refused.value)
        assert "Accueil" in str(refused.value)
    run.refresh_from_db()
    assert (run.version, run.entries.filter(state="waiting").count()) == (2, 2)


def test_later_a_stale_one_is_told_who_was_faster(run, caller, make_user):
    take(run, caller, 1, believed=None)
    show_slate(rested(run), make_user("ana", "live.operate_run"), 2, is_shown=True)
    with pytest.raises(Overtaken) as refused:
        take(run, caller, 2, believed=None)
    assert "ana" in str(refused.value)


def test_a_wrong_belief_advances_nothing(run, caller):
    run = take(run, caller, 1, believed=None)
    other = run.entries.last()
    with pytest.raises(AlreadyTaken):
        take(rested(run), caller, 2, believed=other.pk)
    assert Run.objects.get().version == 2


def test_on_hold_nothing_is_taken(run, caller):
    hold_run(run, caller, 1, is_held=True)
    with pytest.raises(RunIsHeld):
        take(run, caller, 2, believed=None)
    hold_run(run, caller, 2, is_held=False)
    assert take(run, caller, 3, believed=None).entry.title == "Accueil"


def test_after_a_jump_it_goes_on_from_there(run, caller):
    _, two, three = run.entries.all()
    run = take_entry(run, caller, 1, entry=two.pk)
    run = take(rested(run), caller, 2, believed=two.pk)
    assert run.entry == three


def test_what_is_over_takes_nothing(run, caller):
    Run.objects.update(ended_at=timezone.now())
    with pytest.raises(RunIsOver):
        take(run, caller, 1, believed=None)


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_instant_advance_one_line(run, caller, make_user):
    people = [caller, make_user("ana", "live.operate_run")]
    together = Barrier(2, timeout=60)

    def press(user):
        together.wait()
        try:
            take(run, user, 1, believed=None)
        except AlreadyTaken as refusal:
            return refusal.code
        finally:
            connection.close()
        return "taken"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, people)) == ["RUN-003", "taken"]
    assert Run.objects.get().version == 2
    assert RunEntry.objects.filter(state="on_air").count() == 1
