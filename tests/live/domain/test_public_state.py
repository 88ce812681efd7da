"""What everybody may know of a run, and nothing else."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.finish_run import finish_run
from live.domain.message_presenter import message_presenter
from live.domain.panic import panic
from live.domain.presenter_links import make_presenter_link
from live.domain.public_state import interrupted_since, public_state
from live.domain.put_feed import put_feed
from live.domain.put_question import put_question
from live.domain.queue_question import ready_question
from live.domain.show_slate import show_slate
from live.domain.start_run import start_run
from live.domain.take import take
from live.models import FeedSegment, FeedSession, Run
from qa.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def deliver(feed, starts_at, length_s=1.0):
    """Let `feed` deliver one segment."""
    session, _ = FeedSession.objects.get_or_create(
        feed=feed, ended_at=None, defaults={"started_at": starts_at, "seen_at": starts_at}
    )
    number = session.segments.count()
    FeedSegment.objects.create(
        session=session, number=number, starts_at=starts_at, length_s=length_s
    )


def test_now_next_and_the_question(run, caller, make_asked):
    run.entries.filter(title="Accueil").update(guests="Ana")
    question = make_asked("Et les courges ?", name="Léo")
    run = take(run, caller, 1, believed=None)
    put_question(run, caller, 2, question=question.pk)
    state = public_state(run.key)
    assert (state["run"], state["version"], state["state"]) == (run.key, 3, "on_air")
    assert (state["now"]["title"], state["now"]["guests"]) == ("Accueil", "Ana")
    assert state["next"]["title"] == "Dakar"
    assert state["next"]["starts_at_estimate"] == state["now"]["ends_at_estimate"]
    asked = state["question"]
    assert (asked["text"], asked["author"], asked["theme"]) == ("Et les courges ?", "Léo", "Argent")
    assert asked["since"]
    assert (state["questions_open"], state["overlay_hidden"], state["call"]) == (True, False, None)


def test_before_the_first_line(run):
    state = public_state(run.key)
    assert (state["now"], state["next"]["title"], state["question"]) == (None, "Accueil", None)


def test_a_question_taken_from_the_public_is_gone_at_once(run, caller, make_asked):
    put_question(run, caller, 1, question=make_asked().pk)
    Question.objects.update(state="removed")
    assert public_state(run.key)["question"] is None


def test_panic_shows(run, caller):
    panic(run, caller)
    state = public_state(run.key)
    assert (state["questions_open"], state["overlay_hidden"]) == (False, True)


def test_it_is_interrupted_while_the_feed_on_air_is_silent(run, caller, make_feed):
    now, feed = timezone.now(), make_feed()
    assert interrupted_since(run, now + timedelta(minutes=1)) is None
    run = put_feed(run, caller, 1, feed=feed.pk)
    assert interrupted_since(run, now + timedelta(seconds=20)) == run.started_at
    deliver(feed, now)
    assert interrupted_since(run, now + timedelta(seconds=5)) is None
    FeedSession.objects.update(ended_at=now + timedelta(seconds=1))
    begun = now + timedelta(seconds=2)
    FeedSession.objects.create(feed=feed, started_at=begun, seen_at=begun)
    silent = public_state(run.key, now + timedelta(seconds=7))
    assert silent["state"] == "interrupted"
    assert silent["interrupted_since"] == (now + timedelta(seconds=1)).isoformat()
    assert silent["ask_again_after_s"] == 2
    deliver(feed, now + timedelta(seconds=8))
    assert public_state(run.key, now + timedelta(seconds=9))["state"] == "on_air"
    run = show_slate(run, caller, 2, is_shown=True)
    assert interrupted_since(run, now + timedelta(minutes=5)) is None


def test_it_is_asked_for_more_often_around_a_change(run):
    now = timezone.now()
    assert public_state(run.key, now)["ask_again_after_s"] == 2
    assert public_state(run.key, now + timedelta(minutes=1))["ask_again_after_s"] == 5


def test_the_end(run, caller):
    finish_run(take(run, caller, 1, believed=None), caller, 2, is_confirmed=True)
    state = public_state(run.key)
    assert (state["state"], state["now"], state["next"]) == ("ended", None, None)
    assert (state["questions_open"], state["ask_again_after_s"]) == (False, 10)
    assert state["ended_at"]


def test_the_campaigns_meter(make_show, make_campaign, caller):
    campaign = make_campaign()
    run = start_run(make_show(campaign=campaign), caller, is_rehearsal=False)
    assert public_state(run.key)["meters"] == [{"key": campaign.meter.key, "counted": 0}]


def test_in_every_language_it_is_the_same_show(run, translate):
    page = translate(run.programme, title="Around the world")
    assert public_state(f"programme-{page.pk}")["run"] == run.key


def test_of_a_programme_whichever_run_it_has(programme_on_debate, caller, make_show):
    key = f"programme-{programme_on_debate.pk}"
    waiting = public_state(key)
    assert (waiting["state"], waiting["run"]) == ("announced", None)
    start_run(programme_on_debate, caller, is_rehearsal=True)
    assert public_state(key)["state"] == "announced"
    run = start_run(programme_on_debate, caller, is_rehearsal=False)
    assert public_state(key)["run"] == run.key
    finish_run(run, caller, 1, is_confirmed=True)
    assert public_state(key)["state"] == "ended"
    later = timezone.now() + timedelta(days=1)
    type(programme_on_debate).objects.filter(pk=programme_on_debate.pk).update(starts_at=later)
    assert public_state(key)["state"] == "announced"
    assert public_state(f"programme-{make_show(live=False).pk}") is None
    assert public_state("programme-0") is None


CANARY = "canari"


def test_canary_nothing_that_is_not_public_is_in_it(make_show, debate, caller, make_asked):
    hidden = {"place": CANARY, "country": CANARY, "hides_place": True, "notes": CANARY}
    programme = make_show(
        lines=(("Un témoin", 60, {**hidden, "prompter": CANARY}),), themes=(debate,)
    )
    run = start_run(programme, caller, is_rehearsal=False)
    secret = make_presenter_link(run, caller)
    message_presenter(run, caller, CANARY)
    make_asked(f"{CANARY} ?", state="pending")
    ready = make_asked(f"{CANARY} prête ?", email=f"{CANARY}@example.org")
    ready_question(run, caller, question=ready.pk, guest=CANARY)
    take(run, caller, 1, believed=None)
    said = json.dumps(public_state(run.key))
    for word in (CANARY, secret, caller.username):
        assert word not in said


def test_canary_nothing_of_a_rehearsal(programme_on_debate, caller):
    run = start_run(programme_on_debate, caller, is_rehearsal=True)
    take(run, caller, 1, believed=None)
    assert public_state(run.key) is None
    assert public_state("0" * 16) is None
    said = json.dumps(public_state(f"programme-{programme_on_debate.pk}"))
    for word in (run.key, "Accueil"):
        assert word not in said
    assert Run.objects.get().is_rehearsal


def test_a_premiere_says_its_hours(make_live, make_episode, make_film):
    film = make_film(with_files=False, duration=90)
    page = make_live(film=make_episode(video=film))
    key, begins = f"programme-{page.pk}", page.starts_at
    said = [
        public_state(key, begins + timedelta(seconds=second)) for second in (-3600, -5, 0, 89, 90)
    ]
    assert [(one["state"], one["ask_again_after_s"]) for one in said] == [
        ("announced", 5),
        ("announced", 2),
        ("on_air", 2),
        ("on_air", 5),
        ("ended", 5),
    ]
    assert said[2]["run"] is None
    assert said[2]["ends_at"] == (begins + timedelta(seconds=90)).isoformat()
    assert film.public_id not in json.dumps(said)
