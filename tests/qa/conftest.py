"""Builders of questions, and the team that decides about them."""

from collections.abc import Callable, Iterator

import pytest
from django.utils import timezone

from qa.domain import similar
from qa.domain.fold import fold
from qa.domain.post_comment import Words, keep_comment
from qa.enums import TextState
from qa.models import Comment, Notice, Question, Vote
from qa.models.keys import new_key


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
def make_comment(make_episode) -> Callable[..., Comment]:
    """Make a comment that waits, on one episode for all, or a reply to `parent`."""
    pages: list = []

    def make(text: str = "Bravo aux poireaux.", **values: object) -> Comment:
        if "page" not in values:
            pages[:] = pages or [make_episode()]
            values["page"] = pages[0]
        page, parent = values.pop("page"), values.pop("parent", None)
        words = Words(new_key(), text, **{k: values.pop(k) for k in ("name",) if k in values})
        comment = keep_comment(page, words, parent)
        for name, value in values.items():
            setattr(comment, name, value)
        comment.save()
        return comment

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


@pytest.fixture
def make_notice(make_question) -> Callable[..., Notice]:
    """File a notice about a question that is shown, a new one unless one is named."""

    def make(question: Question | None = None, **values: object) -> Notice:
        question = question or make_question(state=TextState.APPROVED)
        about = {"kind": "question", "subject_id": question.pk, "words": question.text}
        return Notice.objects.create(**{"ground": "hateful", **about, **values})

    return make


@pytest.fixture
def lea(make_user) -> object:
    """Somebody who may remove texts by law, and nothing else."""
    return make_user("lea", "qa.remove_text")
