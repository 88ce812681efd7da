"""The state of a run at the door; how snapshots are kept: tests/front/test_snapshots.py."""

import json

import pytest

from live.domain.start_run import start_run
from live.front import state as front

pytestmark = pytest.mark.django_db


def test_for_every_screen(asgi, run):
    for key in (run.key, f"programme-{run.programme_id}"):
        answer = asgi("GET", f"/state/live/{key}.json")
        state = json.loads(answer.body)
        assert (answer.status, state["run"], state["viewers"]) == (200, run.key, None)
        assert answer.headers["cache-control"].startswith("public, max-age=1")
        assert "set-cookie" not in answer.headers


def test_a_rehearsal_is_not_there(asgi, programme_on_debate, caller):
    run = start_run(programme_on_debate, caller, is_rehearsal=True)
    for key in (run.key, "0" * 16, "programme-0", "x", "programme-"):
        answer = asgi("GET", f"/state/live/{key}.json")
        assert (answer.status, json.loads(answer.body)["code"]) == (404, "RUN-404")


def test_viewers_are_counted_where_the_host_lets_us(run, settings, monkeypatch):
    states = front.RunStates()
    assert json.loads(states._bytes(run.key))["viewers"] is None
    monkeypatch.setattr(states._viewers, "about", lambda key: 60)
    assert json.loads(states._bytes(run.key))["viewers"] == 60
    settings.COUNT_VIEWERS = False
    assert json.loads(states._bytes(run.key))["viewers"] is None


def test_who_watches_elsewhere_is_not_counted(run, monkeypatch):
    run.programme.outside_address = "https://vimeo.com/123456789"
    run.programme.save()
    states = front.RunStates()
    monkeypatch.setattr(states._viewers, "about", lambda key: 60)
    state = json.loads(states._bytes(run.key))
    assert (state["outside"], state["viewers"]) == (True, None)


def test_what_is_counted_does_not_grow_without_end(run, monkeypatch):
    states = front.RunStates()
    monkeypatch.setattr(front, "MOST_COUNTED", 1)
    states._told["gone"] = 5
    states._bytes(run.key)
    assert list(states._told) == [run.key]
