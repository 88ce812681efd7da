"""Stop words are found however they are disguised, and not inside innocent words."""

import pytest

from qa.domain.stop_words import find_stop_words, note_stop_words
from qa.enums import StopMode
from qa.models import StopList, StopMatch

pytestmark = pytest.mark.django_db


@pytest.fixture
def words():
    return StopList.objects.create(
        name="Noms d’oiseaux", words="Cornichon\ntête de courge\nnavet*\n\n  ", mode=StopMode.HOLD
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Espèce de CORNICHON !", "cornichon"),
        ("espèce de cоrnichоn", "cornichon"),
        ("cor\u200bni\u200dchon", "cornichon"),
        ("ＣＯＲＮＩＣＨＯＮ", "cornichon"),
        ("Tête-de-courge", "tete de courge"),
        ("Un film navetesque", "navetesque"),
        ("navet", "navet"),
    ],
)
def test_found(words, text, word):
    [found] = find_stop_words(text)
    assert (found.word, found.holds) == (word, True)


@pytest.mark.parametrize("text", ["", "Des cornichons ?", "Une tête, de la courge", "Le chou"])
def test_innocent(words, text):
    assert find_stop_words(text) == []


def test_what_holds_comes_first(words, make_question):
    StopList.objects.create(name="À voir", words="courge")
    StopList.objects.create(name="Vide", words=" \n*\n")
    found = find_stop_words("Une courge", "cornichon")
    assert [one.holds for one in found] == [True, False]
    question = make_question()
    note_stop_words(question, found)
    assert StopMatch.objects.filter(kind="question", subject_id=question.pk).count() == 2
    assert words.caught_words == "cornichon (1)"
