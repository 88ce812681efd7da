"""Builders of questions, and the team that decides about them."""

from collections.abc import Callable, Iterator

import pytest
from django.utils import timezone

from qa.domain import similar
from qa.domain.fold import fold
from qa.models import Question, Vote


@pytest.fixture(autouse=True)
def _fresh_indexes(monkeypatch) -> Iterator[None]:
    """Databases of tests give the same keys again and again, and tests look again at once."""
    monkeypatch.setattr(similar, "LOOKED_S", 0)
    yield
    similar.forget_indexes()


@pytest.fixture
def make_question(make_theme) -> Callable[..., Question]:
    """Make a question that waits, on one theme for all."""
    themes: list = []

    def make(text: str = "Qui a mangé la dernière courge ?", **values: object) -> Question:
        if "theme" not in values:
            themes[:] = themes or [make_theme()]
            values["theme"] = themes[0]
        return Question.objects.create(text=text, fold=fold(text), **values)

    return make


@pytest.fixture
def make_vote() -> Callable[..., Vote]:
    def make(question: Question, voter: str, value: int = 1, **values: object) -> Vote:
        now = timezone.now()
        return Vote.objects.create(
            **{
                "question": question,
                "voter": voter,
                "value": value,
                "cast_at": now,
                "voter_since": now,
                **values,
            }
        )

    return make


@pytest.fixture
def mo(make_user) -> object:
    """A moderator: sorts and decides, but puts nothing on air and removes nothing by law."""
    return make_user("mo", "qa.sort_text", "qa.moderate_text")
