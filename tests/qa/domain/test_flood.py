"""A flood asks for a sum or for patience; a quiet day asks for nothing."""

import base64
import json
from datetime import timedelta

import pytest

from qa.domain import flood
from qa.domain.flood import ensure_calm, is_flood, note_arrival
from qa.refusals import SumMissing, TooFast
from tests.qa.sums import solution_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def flooded(monkeypatch):
    monkeypatch.setattr(flood, "MOST_A_MINUTE", 3)
    for _ in range(4):
        note_arrival(7)


def test_a_quiet_day(monkeypatch):
    monkeypatch.setattr(flood, "MOST_A_MINUTE", 3)
    for _ in range(3):
        note_arrival(7)
    assert not is_flood(7)
    ensure_calm(7, "key", "", "192.0.2.7")


@pytest.mark.usefixtures("flooded")
def test_only_the_theme_that_is_flooded():
    assert (is_flood(7), is_flood(8)) == (True, False)


@pytest.mark.usefixtures("flooded")
def test_without_scripts_one_a_minute_from_a_network():
    ensure_calm(7, "key", "", "192.0.2.7")
    with pytest.raises(TooFast):
        ensure_calm(7, "other", "", "192.0.2.200")
    ensure_calm(7, "other", "", "198.51.100.1")


@pytest.mark.usefixtures("flooded")
def test_the_sum_is_good_for_its_own_question_only():
    solution = solution_of("key")
    for _ in range(3):
        ensure_calm(7, "key", solution, "192.0.2.7")
    with pytest.raises(SumMissing):
        ensure_calm(7, "other", solution, "192.0.2.7")


@pytest.mark.usefixtures("flooded")
def test_a_sum_that_is_too_old(monkeypatch):
    monkeypatch.setattr(flood, "SUM_LASTS", timedelta(seconds=-1))
    with pytest.raises(SumMissing):
        ensure_calm(7, "key", solution_of("key"), "192.0.2.7")


def wrong(**changes):
    told = json.loads(base64.b64decode(solution_of("key"))) | changes
    return base64.b64encode(json.dumps(told).encode()).decode()


@pytest.mark.usefixtures("flooded")
@pytest.mark.parametrize(
    "changes",
    [
        {"number": -1},
        {"number": "1"},
        {"number": None},
        {"signature": "0" * 64},
        {"salt": 7},
        {"salt": "no?key=key&"},
        {"algorithm": "MD5"},
        {"algorithm": []},
    ],
)
def test_a_sum_that_is_wrong(changes):
    with pytest.raises(SumMissing):
        ensure_calm(7, "key", wrong(**changes), "192.0.2.7")


@pytest.mark.usefixtures("flooded")
@pytest.mark.parametrize("solution", ["x", "é", "W10=", "bnVsbA==", "IjEi", "e30=", "=" * 9])
def test_no_sum_at_all(solution):
    with pytest.raises(SumMissing):
        ensure_calm(7, "key", solution, "192.0.2.7")
