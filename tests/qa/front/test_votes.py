"""Votes through the front door: once each, whatever the browser does, and never by a forged hand."""

import asyncio
import json

import pytest
from asgiref.sync import async_to_sync
from django.db import DatabaseError

from audience.domain.signing import sign
from qa.enums import TextState
from qa.front import votes
from qa.models import Question, Vote
from tests.conftest import knock
from tests.visitors import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def question(make_question) -> Question:
    return make_question(state=TextState.APPROVED)


def total(question: Question) -> int:
    return Question.objects.get(pk=question.pk).total


def all_at_once(path: str, asked: list[tuple[Visitor, dict]]) -> list[int]:
    async def ask():
        knocks = (knock("POST", path, one.headers, body=form) for one, form in asked)
        return await asyncio.gather(*knocks)

    return [answer.status for answer in async_to_sync(ask)()]


def test_somebody_votes_and_takes_it_back(question, voters):
    voter = voters()
    answer, said = voter.ask("POST", f"/votes/{question.code}", value=1)
    assert (answer.status, said) == (200, {"value": 1, "total": 1})
    assert answer.headers["cache-control"] == "private, no-store"
    _, mine = voter.ask("GET", f"/votes/mine?theme={question.theme_id}")
    assert mine == {"codes": [question.code]}
    _, said = voter.ask("POST", f"/votes/{question.code}", value=0)
    assert said == {"value": 0, "total": 0}
    _, mine = voter.ask("GET", f"/votes/mine?theme={question.theme_id}")
    assert mine == {"codes": []}


def test_a_ballot_is_kept_by_who_has_one():
    voter = Visitor()
    first, _ = voter.ask("POST", "/votes/ballot")
    kept = voter.headers["cookie"]
    again, _ = voter.ask("POST", "/votes/ballot")
    assert (first.status, again.status) == (204, 204)
    assert "HttpOnly; SameSite=Lax" in first.headers["set-cookie"]
    assert ("set-cookie" in again.headers, voter.headers["cookie"]) == (False, kept)


def test_two_hundred_voters_at_once(question, voters):
    people = [voters() for _ in range(200)]
    statuses = all_at_once(f"/votes/{question.code}", [(one, {"value": 1}) for one in people])
    assert set(statuses) == {200}
    assert (Vote.objects.count(), total(question)) == (200, 200)


def test_a_hundred_who_tap_twice_and_try_again(question, voters):
    people = [voters() for _ in range(100)]
    asked = [(one, {"value": 1}) for one in people for _ in range(3)]
    assert set(all_at_once(f"/votes/{question.code}", asked)) == {200}
    assert (Vote.objects.count(), total(question)) == (100, 100)


def test_the_last_of_many_changes_of_mind_stays(question, voters):
    people = [voters() for _ in range(50)]
    for turn in range(5):
        asked = [(one, {"value": (turn + place) % 2}) for place, one in enumerate(people)]
        assert set(all_at_once(f"/votes/{question.code}", asked)) == {200}
    wanted = [(4 + place) % 2 for place in range(50)]
    assert total(question) == sum(wanted) == Vote.objects.filter(value=1).count()


def test_values_at_the_same_instant_leave_one_of_them(question, voters):
    voter = voters()
    asked = [(voter, {"value": turn % 2}) for turn in range(20)]
    assert set(all_at_once(f"/votes/{question.code}", asked)) == {200}
    assert total(question) == Vote.objects.filter(value=1).count()


def test_without_javascript_the_first_press_gets_a_ballot(question):
    voter = Visitor()
    voter.headers["accept"] = "text/html"
    page = f"/questions/{question.code}/voter/"
    [answer] = voter.ask_at_once("POST", f"/votes/{question.code}", [{"value": 1, "lang": "fr"}])
    assert (answer.status, answer.headers["location"]) == (303, page)
    assert not Vote.objects.exists()
    [answer] = voter.ask_at_once("POST", f"/votes/{question.code}", [{"value": 1, "lang": "en"}])
    assert (answer.status, answer.headers["location"]) == (303, f"/en{page}")
    assert total(question) == 1


def refused(voter: Visitor, code: str, **form) -> tuple[int, str]:
    [answer] = voter.ask_at_once("POST", f"/votes/{code}", [form])
    return answer.status, json.loads(answer.body)["code"]


@pytest.mark.parametrize(
    "cookie", ["x", "a" * 22, "a.b.c", sign("a" * 22 + ".65", "elsewhere"), "é", "..."]
)
def test_a_forged_cookie(question, cookie):
    voter = Visitor()
    voter.headers["cookie"] = f"voix={cookie}"
    assert refused(voter, question.code, value=1) == (403, "VOT-003")
    assert not Vote.objects.exists()


def test_a_program_without_a_ballot(question):
    assert refused(Visitor(), question.code, value=1) == (401, "VOT-004")


@pytest.mark.parametrize("value", ["", "2", "-1", "yes", "1" * 900])
def test_a_value_that_is_none(question, voters, value):
    assert refused(voters(), question.code, value=value) == (400, "VOT-007")


def test_another_site_sends_a_vote(question, voters):
    voter = voters()
    voter.headers["origin"] = "https://elsewhere.example"
    assert refused(voter, question.code, value=1) == (403, "VOT-005")
    assert not Vote.objects.exists()


def test_a_link_is_no_vote(question, voters):
    answer, said = voters().ask("GET", f"/votes/{question.code}?value=1")
    assert (answer.status, said["code"]) == (405, "VOT-006")


@pytest.mark.parametrize("state", ["pending", "held", "hidden", "rejected", "merged", "withdrawn"])
def test_what_is_not_shown_takes_no_votes(make_question, voters, state):
    question = make_question(state=state)
    assert refused(voters(), question.code, value=1) == (404, "VOT-001")
    assert refused(voters(), "2222222222", value=1) == (404, "VOT-001")
    assert refused(voters(), "Not-a-code", value=1) == (404, "VOT-001")
    assert not Vote.objects.exists()


def test_a_closed_theme_takes_none(question, voters):
    question.theme.takes_questions = False
    question.theme.save()
    assert refused(voters(), question.code, value=1) == (409, "VOT-002")
    assert not Vote.objects.exists()


def test_the_sentence_is_in_the_language_of_the_page(question, voters):
    [french] = voters().ask_at_once("POST", f"/votes/{question.code}", [{"value": 3}])
    [english] = voters().ask_at_once(
        "POST", f"/votes/{question.code}", [{"value": 3, "lang": "en"}]
    )
    assert b"reprendre" in french.body
    assert b"take it back" in english.body


def test_a_database_that_does_not_write(question, voters, monkeypatch):
    def fail(*_):
        raise DatabaseError

    monkeypatch.setattr(votes, "cast_votes", fail)
    door, voter = votes.Votes(), voters()
    [answer] = [async_to_sync(_one)(door, voter, question.code)]
    assert answer["status"] == 503


async def _one(door, voter, code):
    said = {}

    async def receive():
        return {"type": "http.request", "body": b"value=1"}

    async def send(message):
        said.update(message)

    headers = [(name.encode(), value.encode()) for name, value in voter.headers.items()]
    scope = {"type": "http", "method": "POST", "path": f"/votes/{code}", "query_string": b""}
    await door({**scope, "headers": headers}, receive, send)
    return said


@pytest.mark.parametrize("theme", ["", "x", "-1", "1" * 30, "%00"])
def test_wishes_for_no_theme(voters, theme):
    _, said = voters().ask("GET", f"/votes/mine?theme={theme}")
    assert said == {"codes": []}


def test_who_has_no_ballot_has_no_wishes(question):
    _, said = Visitor().ask("GET", f"/votes/mine?theme={question.theme_id}")
    assert said == {"codes": []}
