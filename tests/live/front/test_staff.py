"""The control room's state at the door: for the team alone, and at once."""

import json

import pytest

from live.domain.start_run import start_run
from live.domain.take import take
from live.front import staff as module

pytestmark = pytest.mark.django_db


@pytest.fixture
def now_s(monkeypatch):
    """The process's clock, which the test moves."""
    from front import snapshots

    now = {"s": 1000.0}
    for one in (module, snapshots):
        monkeypatch.setattr(one, "monotonic", lambda: now["s"])
    return now


@pytest.fixture
def log_in(client):
    def log_in(user):
        client.force_login(user)
        return f"sessionid={client.cookies['sessionid'].value}"

    return log_in


def test_who_may_see_the_control_room(asgi, run, log_in, make_user):
    cookie = log_in(make_user("ana", "live.watch_run"))
    answer = asgi("GET", f"/live-staff/{run.key}", cookie=cookie)
    assert (answer.status, json.loads(answer.body)["run"]) == (200, run.key)
    assert answer.headers["cache-control"] == "private, no-store"
    assert int(answer.headers["x-server-now"]) > 0
    known = asgi(
        "GET", f"/live-staff/{run.key}", cookie=cookie, if_none_match=answer.headers["etag"]
    )
    assert (known.status, known.body) == (304, b"")


def test_nobody_else(asgi, run, log_in, make_user):
    for headers in ({}, {"cookie": log_in(make_user("zoe"))}):
        answer = asgi("GET", f"/live-staff/{run.key}", **headers)
        assert (answer.status, json.loads(answer.body)["code"]) == (403, "RUN-403")
    assert asgi("POST", f"/live-staff/{run.key}").status == 405


def test_no_such_run(asgi, db, log_in, caller):
    cookie = log_in(caller)
    for path in ("/live-staff/0000000000000000", "/live-staff/", "/live-staff/x"):
        assert asgi("GET", path, cookie=cookie).status == 404


def test_a_rehearsal_is_seen_by_the_team(asgi, programme_on_debate, log_in, caller):
    run = start_run(programme_on_debate, caller, is_rehearsal=True)
    answer = asgi("GET", f"/live-staff/{run.key}", cookie=log_in(caller))
    assert json.loads(answer.body)["is_rehearsal"]


def test_a_change_is_there_a_quarter_of_a_second_later(asgi, run, log_in, caller, now_s):
    cookie = log_in(caller)
    asgi("GET", f"/live-staff/{run.key}", cookie=cookie)
    take(run, caller, 1, believed=None)
    now_s["s"] += 0.25
    state = json.loads(asgi("GET", f"/live-staff/{run.key}", cookie=cookie).body)
    assert (state["version"], state["lines"][0]["state"]) == (2, "on_air")


def test_who_logs_out_sees_no_more_within_seconds(asgi, run, log_in, caller, client, now_s):
    cookie = log_in(caller)
    assert asgi("GET", f"/live-staff/{run.key}", cookie=cookie).status == 200
    client.logout()
    now_s["s"] += module.TRUSTED_S
    assert asgi("GET", f"/live-staff/{run.key}", cookie=cookie).status == 403


def test_who_is_trusted_does_not_grow_without_end(asgi, run, log_in, caller, monkeypatch):
    monkeypatch.setattr(module, "MOST_TRUSTED", 0)
    assert asgi("GET", f"/live-staff/{run.key}", cookie=log_in(caller)).status == 200
