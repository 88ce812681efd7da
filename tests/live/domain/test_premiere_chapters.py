"""Places in the film of a premiere: its chapters, and what was answered in it."""

import pytest

from live.domain.premiere_chapters import premiere_chapters
from qa.enums import AnswerKind, TextState
from qa.models import Answer
from tests.live.replays import asker

pytestmark = pytest.mark.django_db


def test_chapters_and_answers_in_their_order(make_film, make_theme):
    film = make_film(with_files=False, has_words=True)
    ask = asker(make_theme)
    shown = ask("Et l’eau ?", state=TextState.APPROVED)
    hidden = ask("Rien ?", state=TextState.REMOVED)
    written = ask("Et le sel ?", state=TextState.APPROVED)
    for question in (shown, hidden):
        Answer.objects.create(question=question, kind=AnswerKind.FILM, film=film, starts_at_s=30)
    Answer.objects.create(question=written, kind=AnswerKind.TEXT, text="Non.")
    assert premiere_chapters(film) == [
        ("Le semis", 0, None),
        ("Et l’eau ?", 30, shown),
        ("La récolte", 60, None),
    ]
