"""Rooms above say where live answers are, and which are still to come."""

import pytest

from qa import answer_places
from qa.answer_places import Place, forget_places, is_place_awaited, place_of, register_places
from qa.models import Answer, Question

PLACE = Place("Tour du monde", "/direct/?t=70", "1:10")


def find(answer):
    return PLACE if answer.text == "known" else None


def awaits(question):
    return question.text == "awaited"


@pytest.fixture(autouse=True)
def _nobody_yet(monkeypatch):
    monkeypatch.setattr(answer_places, "_rooms", [])


def test_where():
    assert place_of(Answer(text="known")) is None
    register_places(find, awaits)
    assert place_of(Answer(text="known")) == PLACE
    assert place_of(Answer(text="other")) is None


def test_awaited():
    register_places(find, awaits)
    assert is_place_awaited(Question(text="awaited"))
    assert not is_place_awaited(Question(text="other"))


def test_registered_once_and_forgotten():
    register_places(find, awaits)
    register_places(find, awaits)
    forget_places(find, awaits)
    assert place_of(Answer(text="known")) is None
    assert not is_place_awaited(Question(text="awaited"))
