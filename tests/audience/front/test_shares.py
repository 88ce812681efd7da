"""A press of a share link is counted behind the visitor's back."""

import pytest
from django.db import DatabaseError

from audience.front import shares as module
from audience.models import DailyShares
from tests.audience.sharing import code_of
from tests.visitors import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def path(meter):
    return f"/shares/{code_of(meter).code}"


def counted():
    return sum(DailyShares.objects.values_list("count", flat=True))


def test_a_press(path, visitor):
    answer, _ = visitor.ask("POST", path)
    assert (answer.status, answer.headers["cache-control"], counted()) == (204, "no-store", 1)
    assert "set-cookie" not in answer.headers


def test_who_acted_before_counts_once(path, visitor):
    visitor.headers["cookie"] = "geste=" + "c" * 22
    visitor.ask_at_once("POST", path, [{}] * 20)
    assert counted() == 1


def test_unknown_people_have_a_budget_of_their_network(path, visitor, monkeypatch):
    monkeypatch.setattr(module, "MOST_UNKNOWN", 3)
    answers = [visitor.ask("POST", path)[0].status for _ in range(5)]
    assert (answers, counted()) == ([204] * 5, 3)
    Visitor(address="198.51.100.1").ask("POST", path)
    assert counted() == 4


def test_robots_and_other_sites_count_nothing(path, visitor):
    visitor.headers["user-agent"] = "Mastodon/4.3 (http.rb/5.2; +https://social.example/)"
    assert visitor.ask("POST", path)[0].status == 204
    stranger = Visitor()
    stranger.headers["origin"] = "https://evil.example"
    assert stranger.ask("POST", path)[0].status == 403
    assert counted() == 0


@pytest.mark.parametrize(
    ("method", "path_of", "status"),
    [
        ("GET", "{}", 405),
        ("POST", "/shares/0000000000", 404),
        ("POST", "/shares/<script>", 404),
        ("POST", "{}/more", 404),
    ],
)
def test_what_is_no_press(path, visitor, method, path_of, status):
    answer, _ = visitor.ask(method, path_of.format(path))
    assert (answer.status, counted()) == (status, 0)


def test_a_database_that_does_not_answer(path, visitor, monkeypatch):
    async def fail(asked):
        raise DatabaseError

    monkeypatch.setattr(module.GroupWriter, "ask", lambda self, asked: fail(asked))
    answer, said = visitor.ask("POST", path)
    assert (answer.status, said["code"]) == (503, "SHR-503")
