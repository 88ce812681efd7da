"""Now and next, how late, and the question that viewers hear."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.show_on_air import HEARD_AFTER, show_on_air
from live.enums import EntryState, SegmentKind
from live.models import AiredQuestion, Run, RunEntry
from qa.enums import TextState
from qa.models import Question

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def live_page(make_live):
    return make_live(
        segments=[
            {"title": "Montréal", "key": "a" * 16, "time_zone": "America/Montreal"},
            {"title": "Cave", "key": "b" * 16, "time_zone": "Asia/Kolkata", "hides_place": True},
        ]
    )


@pytest.fixture
def run(live_page):
    return Run.objects.create(programme=live_page, started_at=live_page.starts_at)


def line(run, position: int, **values) -> RunEntry:
    defaults = {"kind": SegmentKind.STUDIO, "title": f"Ligne {position}", "planned_s": 600}
    return RunEntry.objects.create(run=run, position=position, **{**defaults, **values})


def put_on(run, entry, late=timedelta()):
    RunEntry.objects.filter(pk=entry.pk).update(
        state=EntryState.ON_AIR, started_at=run.started_at + late
    )
    Run.objects.filter(pk=run.pk).update(entry=entry)
    run.refresh_from_db()


def test_before_the_first_line(run):
    line(run, 1)
    found = show_on_air(run, run.started_at)
    assert (found.now, found.following.entry.title, found.drift_s) == (None, "Ligne 1", 0)
    assert found.question is None


def test_now_next_and_their_hours(run):
    put_on(run, line(run, 1, segment_key="a" * 16, place="Montréal"))
    line(run, 2, state=EntryState.SKIPPED)
    line(run, 3, segment_key="b" * 16, place="Cave")
    found = show_on_air(run, run.started_at + 2 * MINUTE)
    assert found.now.ends_at == run.started_at + 10 * MINUTE
    assert found.now.hour_there.utcoffset() == timedelta(hours=-5)
    assert (found.following.entry.title, found.following.starts_at) == (
        "Ligne 3",
        found.now.ends_at,
    )
    assert found.following.hour_there is None
    assert found.drift_s == 0


def test_drift_grows_while_a_line_runs_over(run):
    put_on(run, line(run, 1), late=3 * MINUTE)
    assert show_on_air(run, run.started_at + 4 * MINUTE).drift_s == 180
    assert show_on_air(run, run.started_at + 20 * MINUTE).drift_s == 600


def test_a_programme_at_quite_another_hour_is_not_days_early(run):
    Run.objects.update(started_at=run.started_at - timedelta(days=3))
    run.refresh_from_db()
    put_on(run, line(run, 1), late=2 * MINUTE)
    assert show_on_air(run, run.started_at + 3 * MINUTE).drift_s == 120


def test_a_hard_start_is_waited_for(run):
    put_on(run, line(run, 1))
    at = run.started_at + 30 * MINUTE
    line(run, 2, hard_start_at=at)
    assert show_on_air(run, run.started_at + MINUTE).following.starts_at == at


def test_the_question_is_shown_when_it_is_heard_and_while_it_is_public(run, make_theme):
    question = Question.objects.create(
        theme=make_theme(), text="Et l’eau ?", state=TextState.ON_AIR, received_at=timezone.now()
    )
    aired = AiredQuestion.objects.create(run=run, question=question, on_air_at=run.started_at)
    assert show_on_air(run, run.started_at + HEARD_AFTER / 2).question is None
    at = run.started_at + HEARD_AFTER
    assert show_on_air(run, at).question == aired
    Question.objects.update(state=TextState.HIDDEN)
    assert show_on_air(run, at).question is None
    Question.objects.update(state=TextState.ON_AIR)
    AiredQuestion.objects.update(off_air_at=at)
    assert show_on_air(run, at).question is None


def test_a_question_on_a_picture_from_elsewhere_is_shown_at_once(run, make_theme):
    question = Question.objects.create(
        theme=make_theme(), text="Et l’eau ?", state=TextState.APPROVED
    )
    AiredQuestion.objects.create(run=run, question=question, on_air_at=run.started_at)
    assert show_on_air(run, run.started_at).question is None
    run.programme.outside_address = "https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
    assert show_on_air(run, run.started_at).question.question == question
