"""Questions that ask the same are found, in French and in English; only public ones."""

import pytest

from qa.domain.similar import MOST_SHOWN, Index, similar_questions
from qa.enums import TextState

ASKED = {
    1: "Qui va chercher les cagettes, et avec quel camion ?",
    2: "Que deviennent les légumes moches que personne ne prend ?",
    3: "Est-ce que rire compte comme un don ?",
    4: "Peut-on donner une heure au lieu de 20 euros ?",
}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Quel camion cherche la cagette", 1),
        ("que devient un légume moche", 2),
        ("LE RIRE COMPTE-T-IL ?", 3),
        ("donner des heures", 4),
    ],
)
def test_other_words_same_question(typed, found):
    assert Index(ASKED, "fr").likest(typed)[:1] == [found]


@pytest.mark.parametrize("typed", ["", "?", "zèbre quantique", "a"])
def test_nothing_is_like_it(typed):
    assert Index(ASKED, "fr").likest(typed) == []


def test_english_has_its_own_stems():
    index = Index({1: "Who collects the crates?", 2: "Why do leeks laugh?"}, "en")
    assert index.likest("collecting crates") == [1]


def test_a_theme_without_questions():
    assert Index({}, "fr").likest("courge") == []


def test_at_most_three_are_shown():
    many = {number: f"Une courge numéro {number}" for number in range(9)}
    assert len(Index(many, "fr").likest("une courge")) == MOST_SHOWN


@pytest.mark.django_db
@pytest.mark.databases
def test_only_what_is_public_and_only_as_it_is_now(make_question):
    shown = make_question("Qui a mangé la courge ?", state=TextState.APPROVED)
    make_question("Qui a mangé la courge hier ?")
    theme = shown.theme
    assert similar_questions(theme, "mangé la courge") == [shown]
    second = make_question("La courge, mangée par qui ?", state=TextState.APPROVED)
    assert set(similar_questions(theme, "mangé la courge")) == {shown, second}
    type(shown).objects.filter(pk=shown.pk).update(state=TextState.HIDDEN)
    assert similar_questions(theme, "mangé la courge") == [second]
